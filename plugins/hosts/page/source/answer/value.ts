// A single value, large.
import {el} from "../base/element.js";
import {cellOf} from "./cell.js";
import type {Context, View} from "./context.js";

export function valueView(context: Context): View {
    const {answer, footnotes} = context;
    const value = answer.rows[0]?.[0] ?? null;
    return {
        element: el(
            "p",
            {class: "single-value"},
            el("strong", {}, ...cellOf(value, context)),
            " ",
            el("span", {}, (answer.columns[0] ?? "").replaceAll("_", " ")),
            " ",
            footnotes.mark(answer.citations?.[0] ?? [], answer.statement),
        ),
    };
}
