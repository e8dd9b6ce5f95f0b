// The comparison matrix: what each thing is made of, side by side. Signs, words and shapes tell the cells apart; colour
// only helps.
import type {Place} from "../base/address.js";
import {el, isolated, unseen} from "../base/element.js";
import {cellOf} from "./cell.js";
import {textOf} from "./value_text.js";
import type {Context, View} from "./context.js";
import {findingOf, findings, firstThing, meanings, rowIs, signs, type Finding} from "./matrix_cells.js";
import {scrolling} from "./table.js";

export function matrixView(context: Context): View {
    const {answer, place, footnotes} = context;
    const first = firstThing(answer);
    const grouped = first === 2;
    const shown = answer.rows.flatMap((row, index) => (place.rows === "all" || rowIs(row, first) === place.rows ? [index] : []));

    const sections: HTMLElement[] = [];
    let group: string | null = null;
    let body = el("tbody");
    for (const index of shown) {
        const row = answer.rows[index] ?? [];
        const kind = grouped ? textOf(row[0] ?? null) : null;
        if (kind !== group || sections.length === 0) {
            body = el("tbody");
            if (kind !== null) {
                const heading = el("th", {scope: "rowgroup", colspan: answer.columns.length - 1}, el("span", {}, isolated(kind)));
                body.append(el("tr", {class: "group"}, heading));
            }
            group = kind;
            sections.push(body);
        }
        const name = row[first - 1] ?? null;
        const cells = row.slice(first).map((value, i) => {
            const finding = findingOf(value);
            const claim = `${answer.columns[first + i]} ${kind ?? ""} ${textOf(name)}`;
            const mark = footnotes.mark(answer.cell_citations?.[index]?.[first + i] ?? [], claim);
            return el("td", {}, finding ? cell(finding) : textOf(value), mark && " ", mark);
        });
        body.append(el("tr", {}, el("th", {scope: "row"}, ...cellOf(name, context)), ...cells));
    }

    const table = el(
        "table",
        {class: "matrix"},
        el("caption", {}, unseen(`Comparison: ${answer.statement}`)),
        el(
            "thead",
            {},
            el(
                "tr",
                {},
                el("th", {scope: "col"}, isolated(answer.columns[first - 1] ?? "")),
                ...answer.columns.slice(first).map((name) => el("th", {scope: "col"}, el("span", {}, isolated(name)))),
            ),
        ),
        ...sections,
        foot(context, first),
    );
    const nothing = el("p", {class: "quiet"}, place.rows === "shared" ? "They have none of these in common." : "They don’t differ in these.");
    return {
        element: el(
            "div",
            {class: "comparison"},
            el("div", {class: "comparison-head"}, legend(context, first), rowChoice(context)),
            shown.length > 0 ? scrolling(table, "Comparison") : nothing,
        ),
    };
}

function cell(finding: Finding): HTMLElement {
    return el(
        "span",
        {class: `finding ${finding.replace(" ", "-")}`},
        el("span", {class: "sign", "aria-hidden": "true"}, signs[finding]),
        el("span", {class: "word"}, finding),
    );
}

function counts(context: Context, first: number): Map<Finding, number[]> {
    const things = context.answer.columns.length - first;
    const counts = new Map(findings.map((finding) => [finding, new Array<number>(things).fill(0)]));
    for (const row of context.answer.rows) {
        row.slice(first).forEach((value, i) => {
            const finding = findingOf(value);
            const list = finding ? counts.get(finding) : undefined;
            if (list) list[i] = (list[i] ?? 0) + 1;
        });
    }
    return counts;
}

function foot(context: Context, first: number): HTMLElement {
    const rows = [...counts(context, first)].filter(([, list]) => list.some((count) => count > 0));
    return el(
        "tfoot",
        {},
        ...rows.map(([finding, list]) =>
            el("tr", {}, el("th", {scope: "row"}, `${finding}, in all`), ...list.map((count) => el("td", {class: "number"}, String(count)))),
        ),
    );
}

function legend(context: Context, first: number): HTMLElement {
    const present = counts(context, first);
    const shown = findings.filter((finding) => present.get(finding)?.some((count) => count > 0));
    return el(
        "ul",
        {class: "legend", "aria-label": "What the cells mean"},
        ...shown.map((finding) => el("li", {}, cell(finding), el("span", {}, `: ${meanings[finding]}`))),
    );
}

function rowChoice({place, change}: Context): HTMLElement {
    const choices: [Place["rows"], string][] = [
        ["all", "All"],
        ["differences", "Differences"],
        ["shared", "Shared"],
    ];
    return el(
        "div",
        {class: "choice", role: "group", "aria-label": "Rows"},
        ...choices.map(([rows, name]) =>
            el("button", {type: "button", "aria-pressed": place.rows === rows ? "true" : "false", onclick: () => {
                change({rows}, true);
                document.querySelector<HTMLElement>(`.choice [aria-pressed="true"]`)?.focus({preventScroll: true});
            }}, name),
        ),
    );
}
