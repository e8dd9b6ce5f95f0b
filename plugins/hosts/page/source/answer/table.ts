// The answer as a table: each column sorts, each row carries its footnotes.
import {el, isolated, unseen, type Child} from "../base/element.js";
import type {Value} from "../service/contract.js";
import {cellOf, compareValues, isNumeric} from "./cell.js";
import {textOf} from "./value_text.js";
import type {Context, View} from "./context.js";

const rowsAtFirst = 200;

/** The rows' numbers in the order asked for. Sorting is stable, so equal rows stay as the engine ordered them. */
export function orderOf(rows: Value[][], sort: {column: number; down: boolean} | null): number[] {
    const order = rows.map((_, row) => row);
    if (sort === null) return order;
    const at = (row: number): Value => rows[row]?.[sort.column] ?? null;
    return order.sort((a, b) => {
        const [x, y] = [at(a), at(b)];
        if (x === null || y === null) return compareValues(x, y); // last either way
        return sort.down ? compareValues(y, x) : compareValues(x, y);
    });
}

export function tableView(context: Context): View {
    const {answer, place} = context;
    const sort = place.sort !== null && place.sort.column < answer.columns.length ? place.sort : null;
    const numeric = answer.columns.map((_, column) => isNumeric(answer.rows.map((row) => row[column] ?? null)));
    const prose = answer.columns.map((_, column) => answer.rows.some((row) => textOf(row[column] ?? null).length > 40));
    const order = orderOf(answer.rows, sort);

    const body = el("tbody");
    const row = (index: number): HTMLElement => {
        const values = answer.rows[index] ?? [];
        const claim = values.map(textOf).filter(Boolean).slice(0, 3).join(" – ");
        const cells = values.map((value, column) => {
            const content: Child[] = cellOf(value, context);
            const cited = answer.cell_citations?.[index]?.[column] ?? (column === 0 ? answer.citations?.[index] : undefined);
            const mark = cited ? context.footnotes.mark(cited, claim) : null;
            const attributes = numeric[column] ? {class: "number"} : prose[column] ? {class: "prose"} : {};
            return column === 0
                ? el("th", {scope: "row", ...attributes}, ...content, mark && " ", mark)
                : el("td", attributes, ...content, mark && " ", mark);
        });
        return el("tr", {}, ...cells);
    };
    const more = moreRows(order.length, (from, to) => body.append(...order.slice(from, to).map(row)));

    const headings = answer.columns.map((name, column) => {
        const sorted = sort?.column === column ? (sort.down ? "descending" : "ascending") : undefined;
        return el(
            "th",
            {scope: "col", "aria-sort": sorted, class: numeric[column] ? "number" : undefined},
            el(
                "button",
                {type: "button", class: "sort", onclick: () => resort(context, column, numeric[column] ?? false)},
                isolated(name.replaceAll("_", " ")),
                el("span", {class: "arrow", "aria-hidden": "true"}, sorted ? (sort?.down ? "↓" : "↑") : "↕"),
            ),
        );
    });
    const table = el(
        "table",
        {class: "answer-table"},
        el("caption", {}, unseen(`Answer to: ${answer.statement}`)),
        el("thead", {}, el("tr", {}, ...headings)),
        body,
    );
    return {element: el("div", {}, scrolling(table, "Answer as a table"), more)};
}

// Once up, once down (numbers the other way round), and then as the engine ordered.
function resort({place, change, say, answer}: Context, column: number, numeric: boolean): void {
    const now = place.sort?.column === column ? place.sort : null;
    const sort = now === null ? {column, down: numeric} : now.down === numeric ? {column, down: !numeric} : null;
    change({sort}, true);
    const order = sort === null ? "in the order of the answer" : `by ${answer.columns[column]}, ${sort.down ? "descending" : "ascending"}`;
    say(`Sorted ${order}`);
    document.querySelectorAll<HTMLElement>("#answer .sort")[column]?.focus({preventScroll: true});
}

/** Wide tables scroll by themselves, also by keyboard. */
export function scrolling(table: HTMLElement, name: string): HTMLElement {
    return el("div", {class: "scroll", role: "region", tabindex: 0, "aria-label": name}, table);
}

// Thousands of rows are drawn as they are wanted.
function moreRows(count: number, draw: (from: number, to: number) => void): HTMLElement | null {
    let drawn = Math.min(count, rowsAtFirst);
    draw(0, drawn);
    if (drawn === count) return null;
    const text = el("span", {});
    const say = (): void => text.replaceChildren(`${drawn} of ${count.toLocaleString("en")} rows are shown. `);
    const next = (to: number): void => {
        draw(drawn, to);
        drawn = to;
        if (drawn === count) line.remove();
        else say();
    };
    const line = el(
        "p",
        {class: "more-rows"},
        text,
        el("button", {type: "button", class: "button", onclick: () => next(Math.min(count, drawn + 500))}, "Show 500 more"),
    );
    say();
    return line;
}
