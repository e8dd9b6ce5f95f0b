// An answer of two columns that says several things of each kind ("uses", "uses", "draws on" …): one paragraph a kind.
import {el, isolated} from "../base/element.js";
import type {Answer} from "../service/contract.js";
import {cellOf} from "./cell.js";
import {textOf} from "./value_text.js";
import type {Context, View} from "./context.js";
import {groupsOf} from "./groups.js";

export function readsAsList(answer: Answer): boolean {
    return answer.columns.length === 2 && answer.rows.length > 4 && groupsOf(answer.rows).length <= answer.rows.length * 0.6;
}

export function listView(context: Context): View {
    const {answer, footnotes} = context;
    const list = el("dl", {class: "description"});
    for (const {kind, rows} of groupsOf(answer.rows)) {
        const items = rows.map((index) => {
            const value = answer.rows[index]?.[1] ?? null;
            const mark = footnotes.mark(answer.citations?.[index] ?? [], `${kind} ${textOf(value)}`);
            return el("dd", {class: textOf(value).length > 70 ? "long" : undefined}, ...cellOf(value, context), mark && " ", mark);
        });
        list.append(el("div", {}, el("dt", {}, isolated(kind)), ...items));
    }
    return {element: list};
}
