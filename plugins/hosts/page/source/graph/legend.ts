// Which colour and shape is which label; each can be hidden.
import {el} from "../base/element.js";
import type {Schema} from "../service/contract.js";
import type {Look} from "./palette.js";
import {dot} from "./selection.js";
import type {Store} from "./store.js";

export function legendOf(store: Store, looks: Map<string, Look>, schema: Schema | null, hidden: Set<string>, toggle: (label: string) => void): HTMLElement {
    const counts = new Map<string, number>();
    for (const {labels: [label]} of store.nodes.values()) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
    return el(
        "ul",
        {class: "graph-labels", "aria-label": "Labels: press one to hide or show it"},
        ...[...looks].flatMap(([label, look]) => {
            const count = counts.get(label);
            if (count === undefined) return [];
            const name = schema?.labels.find((one) => one.name === label);
            const text = name ? (count === 1 ? name.singular : name.plural) : label;
            const pressed = hidden.has(label) ? "false" : "true";
            return [el("li", {}, el("button", {type: "button", "aria-pressed": pressed, onclick: () => toggle(label)}, dot(look), `${count} ${text}`))];
        }),
    );
}
