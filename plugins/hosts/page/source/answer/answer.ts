// An answer: how much there is, the ways to look at it, notices, the view, the sources.
import type {ViewName} from "../base/address.js";
import {el, ticked} from "../base/element.js";
import type {Context, View} from "./context.js";
import {exportButton, linkButton} from "./export.js";
import {patternPanel} from "./pattern.js";
import {summaryOf} from "./summary.js";
import {views, viewsOf} from "./views.js";

/** Draws the answer into `host`; what it gives back takes it away again. */
export function showAnswer(host: HTMLElement, context: Context): () => void {
    const {answer, place, footnotes} = context;
    const names = viewsOf(answer);
    const name = place.view !== null && names.includes(place.view) ? place.view : (names[0] ?? "table");
    const view: View = views[name].draw(context);
    const nothing = answer.rows.length === 0;

    const sources = footnotes.list();
    host.replaceChildren(
        el(
            "div",
            {class: "answer-head"},
            el("h2", {}, summaryOf(answer, context.schema)),
            !nothing && names.length > 1 && viewChoice(names, name, context),
            el("div", {class: "answer-tools"}, patternButton(context), !nothing && exportButton(context, view.picture), linkButton(context)),
        ),
    );
    if (place.pattern) host.append(patternPanel(context));
    if (answer.notices.length > 0) host.append(el("ul", {class: "notices"}, ...answer.notices.map((text) => el("li", {}, ...ticked(text)))));
    host.append(nothing ? emptyAnswer() : el("div", {class: `view view-${name}`}, view.element));
    if (sources && !nothing) host.append(sources);
    view.shown?.();
    return () => view.close?.();
}

function emptyAnswer(): HTMLElement {
    return el(
        "p",
        {class: "empty"},
        el("strong", {}, "Nothing is recorded."),
        " That doesn’t mean that there is nothing: unknown is not no.",
    );
}

function viewChoice(names: ViewName[], current: ViewName, {change}: Context): HTMLElement {
    return el(
        "div",
        {class: "choice views", role: "group", "aria-label": "View"},
        ...names.map((name) =>
            el("button", {type: "button", "aria-pressed": name === current ? "true" : "false", onclick: () => {
                change({view: name}, true);
                document.querySelector<HTMLElement>('.views [aria-pressed="true"]')?.focus({preventScroll: true});
            }}, views[name].name),
        ),
    );
}

function patternButton({place, change}: Context): HTMLElement {
    return el(
        "button",
        {
            type: "button",
            class: "button",
            "aria-expanded": place.pattern ? "true" : "false",
            "aria-controls": place.pattern ? "pattern" : undefined,
            onclick: () => {
                change({pattern: !place.pattern}, true);
                document.querySelector<HTMLElement>(".answer-tools button")?.focus({preventScroll: true});
            },
        },
        place.pattern ? "Hide the pattern" : "Show the pattern",
    );
}
