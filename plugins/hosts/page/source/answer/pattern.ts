// How a question was understood, and the pattern that answers it: from the one people learn the other.
import {el} from "../base/element.js";
import {tokensOf} from "../question/pattern_tokens.js";
import type {Context} from "./context.js";
import {askLink} from "./cell.js";

export function patternPanel(context: Context): HTMLElement {
    const {answer, service} = context;
    const pattern = answer.pattern ?? answer.statement;
    const code = el("code", {});
    for (const {kind, text} of tokensOf(pattern)) {
        code.append(kind === "other" || kind === "name" ? text : el("span", {class: `token-${kind}`}, text));
    }
    const understood = el("p", {class: "understood"});
    // The paraphrase is a help: without it the pattern stands alone.
    service.ask(`explain ${answer.statement}`).then(
        (explained) => {
            const text = explained.rows.find((row) => row[0] === "understood")?.[1];
            if (typeof text === "string") understood.replaceChildren(text);
        },
        () => understood.remove(),
    );
    return el(
        "section",
        {class: "pattern", id: "pattern", "aria-label": "How it was understood"},
        understood,
        el("pre", {tabindex: 0, role: "region", "aria-label": "Pattern"}, code),
        el("p", {}, askLink(pattern, context.ask, "Ask this pattern")),
    );
}
