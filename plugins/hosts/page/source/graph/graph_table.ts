// The same graph as a table, for those who don't see a drawing or would rather read.
import {el, isolated} from "../base/element.js";
import type {Footnotes} from "../answer/footnotes.js";
import {scrolling} from "../answer/table.js";
import {keyOf, type Store} from "./store.js";

export function graphTable(host: HTMLDetailsElement, store: Store, footnotes: Footnotes, select: (id: string) => void): void {
    const chooser = (id: string, name: string): HTMLElement =>
        el("button", {type: "button", class: "quiet-button", onclick: () => select(id)}, isolated(name));
    const rows = [...store.relationships.values()].map((one) =>
        el(
            "tr",
            {},
            el("th", {scope: "row"}, chooser(one.start, store.name(one.start))),
            el("td", {}, chooser(keyOf(one), one.verb)),
            el("td", {}, chooser(one.end, store.name(one.end))),
            el("td", {}, footnotes.mark(one.sources ?? [], store.sentence(one))),
        ),
    );
    const headings = ["from", "says", "to", "sources"].map((name) => el("th", {scope: "col"}, name));
    const table = el("table", {class: "answer-table"}, el("thead", {}, el("tr", {}, ...headings)), el("tbody", {}, ...rows));
    host.replaceChildren(el("summary", {}, `The graph as a table (${rows.length})`), scrolling(table, "Graph as a table"));
}
