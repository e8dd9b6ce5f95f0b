// Where everything in a lineage stands: one row each, ancestors above and descendants below what was asked for, on an
// axis of years. Pure; tests/suites/page/unit/lineage_test.ts.
import type {Answer, Value} from "../service/contract.js";

export interface Kin {
    name: string;
    generation: number; // negative for ancestors
    year: number | null;
    via: string | null; // the next on the way to what was asked for
    row: number; // of the answer
}

export interface Placed extends Kin {
    x: number;
    y: number;
    towards: Placed | null; // whom the line leads to
}

export interface Layout {
    placed: Placed[];
    ticks: {year: number; x: number}[];
    height: number;
    plot: number; // width of the axis
}

export const rowHeight = 34;
export const axisHeight = 38;
const margin = 18;

/** The kin in an answer with the columns generation and via; null when it isn't a lineage. */
export function kinOf(answer: Answer): Kin[] | null {
    const at = (name: string): number => answer.columns.indexOf(name);
    const [generation, via, year] = [at("generation"), at("via"), at("year")];
    if (generation < 0 || via < 0 || year < 0) return null;
    const name = answer.columns.findIndex((_, i) => i > generation && i !== via && i !== year);
    if (name < 0) return null;
    const text = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
    const number = (value: Value | undefined): number | null => (typeof value === "number" ? value : null);
    return answer.rows.map((row, index) => ({
        name: text(row[name]) ?? "",
        generation: number(row[generation]) ?? 0,
        year: number(row[year]),
        via: text(row[via]),
        row: index,
    }));
}

interface Branch {
    kin: Kin;
    towards: Branch | null;
}

/** Ancestors above, the oldest generation first along each branch; then what was asked for; then each branch down. */
export function inOrder(kin: Kin[]): Branch[] {
    const self = kin.find((one) => one.generation === 0);
    if (self === undefined) return kin.map((one) => ({kin: one, towards: null}));
    const left = new Set(kin);
    const next = (of: Branch, step: 1 | -1): Branch[] => {
        const found = kin.filter((one) => left.has(one) && one.via === of.kin.name && one.generation === of.kin.generation + step);
        found.forEach((one) => left.delete(one));
        return found.map((one) => ({kin: one, towards: of}));
    };
    const above = (of: Branch): Branch[] => next(of, -1).flatMap((branch) => [...above(branch), branch]);
    const below = (of: Branch): Branch[] => next(of, 1).flatMap((branch) => [branch, ...below(branch)]);
    const root: Branch = {kin: self, towards: null};
    left.delete(self);
    return [...above(root), root, ...below(root)];
}

export function layOut(kin: Kin[], plot: number): Layout {
    const branches = inOrder(kin);
    const years = kin.flatMap(({year}) => (year === null ? [] : [year]));
    const [from, to] = spanOf(years);
    const scale = (year: number): number => margin + ((year - from) / (to - from)) * (plot - 2 * margin);

    const placedOf = new Map<Branch, Placed>();
    branches.forEach((branch, index) => {
        const {kin: one} = branch;
        placedOf.set(branch, {...one, x: one.year === null ? NaN : scale(one.year), y: axisHeight + (index + 0.5) * rowHeight, towards: null});
    });
    // Whose year nobody recorded stands a little beside the next of kin, drawn hollow. Descendants come after whom they
    // descend from, ancestors before: two passes meet both.
    const besides = (branch: Branch): void => {
        const placed = placedOf.get(branch);
        const towards = branch.towards ? placedOf.get(branch.towards) : undefined;
        if (!placed) return;
        placed.towards = towards ?? null;
        if (!Number.isNaN(placed.x)) return;
        if (!towards) placed.x = plot / 2;
        else if (!Number.isNaN(towards.x)) placed.x = Math.max(margin, towards.x + (placed.generation > 0 ? 22 : -22));
    };
    branches.forEach(besides);
    branches.slice().reverse().forEach(besides);

    return {
        placed: branches.flatMap((branch) => placedOf.get(branch) ?? []),
        ticks: years.length === 0 ? [] : ticksBetween(from, to, plot).map((year) => ({year, x: scale(year)})),
        height: axisHeight + branches.length * rowHeight + 8,
        plot,
    };
}

function spanOf(years: number[]): [number, number] {
    if (years.length === 0) return [0, 1];
    const from = Math.floor((Math.min(...years) - 1) / 10) * 10;
    const to = Math.ceil((Math.max(...years) + 1) / 10) * 10;
    return [from, to];
}

function ticksBetween(from: number, to: number, plot: number): number[] {
    const step = [10, 20, 50, 100, 200, 500, 1000].find((size) => ((to - from) / size) * 64 <= plot) ?? 1000;
    const ticks: number[] = [];
    for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
    return ticks;
}
