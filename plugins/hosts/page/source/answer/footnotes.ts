// Sources: numbered as the server lists them, shown beside the claim that rests on them, and whole at the end.
import {el, isolated, unseen} from "../base/element.js";
import {showBeside} from "../base/popover.js";
import type {Source, Sources} from "../service/contract.js";
import {citation} from "./citation.js";

const listedAtFirst = 24;

export class Footnotes {
    private readonly numbers = new Map<string, number>();
    private readonly card = el("div", {class: "card", popover: "auto", role: "dialog", "aria-label": "Sources"});

    constructor(private readonly sources: Sources) {
        for (const id of Object.keys(sources)) this.numbers.set(id, this.numbers.size + 1);
    }

    /** Adds sources that came later, with what a node was expanded by. */
    add(sources: Sources): void {
        for (const [id, source] of Object.entries(sources)) {
            if (this.numbers.has(id)) continue;
            this.sources[id] = source;
            this.numbers.set(id, this.numbers.size + 1);
        }
    }

    get count(): number {
        return this.numbers.size;
    }

    /** The numbers of the sources, as a button that shows them; nothing when there are none. */
    mark(ids: readonly string[], claim: string): HTMLElement | null {
        const known = this.known(ids);
        if (known.length === 0) return null;
        const numbers = known.map(([number, source]) => `${number}${source.weak ? "*" : ""}`);
        const shown = numbers.length > 4 ? `${numbers.slice(0, 3).join(" ")} +${numbers.length - 3}` : numbers.join(" ");
        return el(
            "button",
            {
                type: "button",
                class: "mark",
                "aria-haspopup": "dialog",
                onclick: (event: MouseEvent) => this.show(known, claim, event.currentTarget as HTMLElement),
            },
            unseen(known.length === 1 ? "source " : "sources "),
            shown,
        );
    }

    /** The sources themselves, where there is room for them. */
    entries(ids: readonly string[]): HTMLElement {
        return el("ol", {class: "sources"}, ...this.known(ids).map(([number, source]) => entry(number, source)));
    }

    /** All of them, for the end of the answer. */
    list(): HTMLElement | null {
        const all = this.known([...this.numbers.keys()]);
        if (all.length === 0) return null;
        const list = el("ol", {class: "sources columns"}, ...all.slice(0, listedAtFirst).map(([n, source]) => entry(n, source)));
        const rest = all.slice(listedAtFirst);
        const more = el(
            "button",
            {
                type: "button",
                class: "button",
                onclick: () => {
                    list.append(...rest.map(([n, source]) => entry(n, source)));
                    more.remove();
                },
            },
            `Show all ${all.length} sources`,
        );
        return el(
            "section",
            {class: "all-sources", "aria-labelledby": "sources-heading"},
            el("h2", {id: "sources-heading"}, all.length === 1 ? "Source" : `${all.length} sources`),
            list,
            rest.length > 0 && more,
            all.some(([, source]) => source.weak) &&
                el("p", {class: "quiet"}, "* graded weak: no claim should rest on such a source alone."),
        );
    }

    private known(ids: readonly string[]): [number, Source][] {
        const known = ids.flatMap((id): [number, Source][] => {
            const source = this.sources[id];
            const number = this.numbers.get(id);
            return source && number ? [[number, source]] : [];
        });
        return known.sort(([a], [b]) => a - b);
    }

    private show(known: [number, Source][], claim: string, anchor: HTMLElement): void {
        const close = el("button", {type: "button", class: "quiet-button", onclick: () => this.card.hidePopover()}, "Close");
        this.card.replaceChildren(
            el("p", {class: "card-claim"}, isolated(claim)),
            el("ol", {class: "sources"}, ...known.map(([number, source]) => entry(number, source))),
            close,
        );
        showBeside(this.card, anchor);
        (this.card.querySelector<HTMLElement>("a") ?? close).focus({preventScroll: true});
    }
}

function entry(number: number, source: Source): HTMLElement {
    return el("li", {value: number}, ...citation(source));
}
