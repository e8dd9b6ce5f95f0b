// An answer as the element shows it: plainly, in the fonts and colours of the page around it.
import {el, isolated, outward, ticked, type Child} from "../base/element.js";
import {groupsOf} from "../answer/groups.js";
import {textOf} from "../answer/value_text.js";
import {findingOf, findings, firstThing, meanings, signs} from "../answer/matrix_cells.js";
import type {Answer, Value} from "../service/contract.js";
import {Notes} from "./notes.js";

export type Format = "table" | "list" | "matrix";

export function shown(answer: Answer, format: Format): HTMLElement[] {
    const notes = new Notes(answer.sources);
    if (answer.rows.length === 0) return [el("p", {}, "Nothing is recorded, which doesn’t mean that there is nothing.")];
    const fits = format !== "matrix" || firstThing(answer) < answer.columns.length;
    const body = {list: listOf, matrix: fits ? matrixOf : tableOf, table: tableOf}[format](answer, notes);
    const remarks = answer.notices.map((text) => el("p", {class: "notice"}, ...ticked(text)));
    return [...body, ...remarks, ...notes.list()];
}

function listOf(answer: Answer, notes: Notes): HTMLElement[] {
    const item = (index: number, from: number): HTMLElement => {
        const parts = (answer.rows[index] ?? []).slice(from).map(textOf).filter(Boolean);
        return el("li", {}, isolated(parts.join(" – ")), notes.mark(answer.citations?.[index]));
    };
    const groups = groupsOf(answer.rows);
    if (answer.columns.length !== 2 || groups.length === answer.rows.length) return [el("ul", {}, ...answer.rows.map((_, index) => item(index, 0)))];
    return groups.flatMap(({kind, rows}) => [el("p", {class: "kind"}, isolated(kind)), el("ul", {}, ...rows.map((index) => item(index, 1)))]);
}

function tableOf(answer: Answer, notes: Notes): HTMLElement[] {
    const rows = answer.rows.map((row, index) =>
        el(
            "tr",
            {},
            ...row.map((value, column) => {
                const cited = answer.cell_citations?.[index]?.[column] ?? (column === 0 ? answer.citations?.[index] : undefined);
                const content: Child[] = [addressed(value), notes.mark(cited)];
                if (column === 0) return el("th", {scope: "row"}, ...content);
                return el("td", {class: typeof value === "number" ? "number" : undefined}, ...content);
            }),
        ),
    );
    return [framed(answer, answer.columns, rows)];
}

function matrixOf(answer: Answer, notes: Notes): HTMLElement[] {
    const first = firstThing(answer);
    const rows = groupsOf(first === 2 ? answer.rows : answer.rows.map(() => [null])).flatMap(({kind, rows}) => [
        kind !== "" && el("tr", {}, el("th", {scope: "rowgroup", class: "group", colspan: answer.columns.length - 1}, isolated(kind))),
        ...rows.map((index) => {
            const row = answer.rows[index] ?? [];
            const cells = row.slice(first).map((value, i) => {
                const finding = findingOf(value);
                const word = finding === null ? textOf(value) : `${signs[finding]} ${finding}`;
                return el("td", {class: finding?.replace(" ", "-")}, word, notes.mark(answer.cell_citations?.[index]?.[first + i]));
            });
            return el("tr", {}, el("th", {scope: "row"}, isolated(textOf(row[first - 1] ?? null))), ...cells);
        }),
    ]);
    const present = findings.filter((finding) => answer.rows.some((row) => row.includes(finding)));
    const legend = present.map((finding) => `${signs[finding]} ${finding}: ${meanings[finding]}`).join("; ");
    return [framed(answer, answer.columns.slice(first - 1), rows), el("p", {class: "small"}, legend)];
}

function framed(answer: Answer, columns: string[], rows: Child[]): HTMLElement {
    return el(
        "div",
        {class: "scroll", tabindex: 0, role: "region", "aria-label": answer.statement},
        el(
            "table",
            {},
            el("caption", {class: "hidden"}, answer.statement),
            el("thead", {}, el("tr", {}, ...columns.map((name) => el("th", {scope: "col"}, isolated(name.replaceAll("_", " ")))))),
            el("tbody", {}, ...rows),
        ),
    );
}

function addressed(value: Value): Child {
    return typeof value === "string" && /^https?:/.test(value) ? outward(value, isolated(value.replace(/^https?:\/\//, ""))) : isolated(textOf(value));
}
