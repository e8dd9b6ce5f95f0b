// Beside the drawing: what is selected, what is said of it, and who says so.
import {el, isolated, svg} from "../base/element.js";
import {textOf} from "../answer/value_text.js";
import type {Context} from "../answer/context.js";
import type {Value} from "../service/contract.js";
import {shape} from "./graph_svg.js";
import type {Look} from "./palette.js";
import {keyOf, type Store} from "./store.js";

export interface SelectionActions {
    expand: (id: string) => void;
    describe: (name: string) => void;
    select: (id: string) => void;
}

// Told elsewhere, or of use to programs only.
const untold = new Set(["id", "name", "sources", "coverage", "grades", "notes", "summary"]);

export function nothingSelected(): HTMLElement {
    return el(
        "div",
        {class: "nothing-selected"},
        el("p", {}, "Select a node or a line to see what is said, and who says so."),
        el("p", {class: "quiet"}, "A double click on a node adds its neighbours."),
    );
}

export function details(id: string, store: Store, context: Context, looks: Map<string, Look>, actions: SelectionActions): HTMLElement {
    const relationship = store.relationships.get(id);
    if (relationship !== undefined) {
        const {start, end} = relationship;
        return el(
            "div",
            {},
            el("h3", {}, isolated(store.sentence(relationship))),
            ...notes(relationship.properties),
            el("h4", {class: "label"}, "Sources"),
            context.footnotes.entries(relationship.sources ?? []),
            el("p", {class: "side-actions"}, ...[start, end].map((node) => button(store.name(node), () => actions.select(node)))),
        );
    }
    const node = store.nodes.get(id);
    if (node === undefined) return nothingSelected();
    const label = node.labels[0] ?? "";
    const look = looks.get(label);
    const summary = node.properties.summary;
    const facts = Object.entries(node.properties).filter(([name]) => !untold.has(name));
    const around = store.around(id);
    return el(
        "div",
        {},
        el("p", {class: "label with-dot"}, look ? dot(look) : null, singular(label, context)),
        el("h3", {}, isolated(node.name)),
        typeof summary === "string" ? el("p", {}, isolated(summary)) : null,
        facts.length > 0 &&
            el("dl", {class: "facts"}, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, isolated(textOf(value)))])),
        el(
            "p",
            {class: "side-actions"},
            store.expanded.has(id) ? el("span", {class: "quiet"}, "Its neighbours are shown.") : button("Expand", () => actions.expand(id), "primary"),
            button("Describe", () => actions.describe(node.name)),
        ),
        around.length > 0 && el("h4", {class: "label"}, `${around.length} ${around.length === 1 ? "claim" : "claims"} shown here`),
        el(
            "ul",
            {class: "claims"},
            ...around.map((one) => {
                const mark = context.footnotes.mark(one.sources ?? [], store.sentence(one));
                const other = one.start === id ? one.end : one.start;
                const text = one.start === id ? `${one.verb} ${store.name(other)}` : store.sentence(one);
                return el("li", {}, el("button", {type: "button", class: "quiet-button", onclick: () => actions.select(keyOf(one))}, isolated(text)), " ", mark);
            }),
        ),
    );
}

function notes(properties: Record<string, Value> | undefined): HTMLElement[] {
    const texts = properties?.notes;
    if (!Array.isArray(texts)) return [];
    return texts.flatMap((note) => (typeof note === "string" && note !== "" ? [el("blockquote", {}, isolated(note))] : []));
}

function singular(label: string, {schema}: Context): string {
    return schema?.labels.find(({name}) => name === label)?.singular ?? label;
}

function button(text: string, onclick: () => void, kind = ""): HTMLElement {
    return el("button", {type: "button", class: `button ${kind}`, onclick}, isolated(text));
}

/** The label's colour and shape, small. */
export function dot({shape: name, colour}: Look): SVGSVGElement {
    return svg("svg", {class: "dot", viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true"}, shape(name, 8, 8, colour, 7));
}
