// Questions to begin with, as the graph's own schema suggests them.
import {el} from "../base/element.js";
import type {Schema} from "../service/contract.js";

export function firstPage(schema: Schema, ask: (q: string) => void): HTMLElement[] {
    const counted = schema.labels.filter((label) => label.count > 0).sort((a, b) => b.count - a.count);
    return [
        el(
            "div",
            {class: "welcome"},
            el("h2", {}, "Ask how they compare, and see who says so."),
            el(
                "p",
                {class: "welcome-text"},
                `${schema.name} is a graph of ${schema.nodes.toLocaleString("en")} things and `,
                `${schema.relationships.toLocaleString("en")} claims about them. Every answer names its sources.`,
            ),
        ),
        el("h3", {class: "label"}, "Questions to try"),
        el("ul", {class: "examples"}, ...schema.examples.map((q) => el("li", {}, exampleLink(q, ask)))),
        el("h3", {class: "label"}, "What it knows"),
        el(
            "ul",
            {class: "counts"},
            ...counted.map(({plural, count}) =>
                el("li", {}, el("strong", {}, count.toLocaleString("en")), " ", el("span", {}, plural)),
            ),
        ),
    ];
}

function exampleLink(q: string, ask: (q: string) => void): HTMLElement {
    return el(
        "a",
        {
            href: `#${new URLSearchParams({q})}`,
            onclick: (event: MouseEvent) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                ask(q);
            },
        },
        q,
    );
}
