// Footnotes of one answer: numbers in the text, the sources folded away below it.
import {el, unseen} from "../base/element.js";
import {citation} from "../answer/citation.js";
import type {Sources} from "../service/contract.js";

export class Notes {
    private readonly numbers: Map<string, number>;
    private readonly cited = new Map<number, HTMLElement>();
    private readonly fold = el("details", {class: "sources"});

    constructor(private readonly sources: Sources) {
        this.numbers = new Map(Object.keys(sources).map((id, i) => [id, i + 1]));
    }

    mark(ids: readonly string[] | undefined): HTMLElement | null {
        const numbers = (ids ?? []).flatMap((id) => this.numbers.get(id) ?? []).sort((a, b) => a - b);
        if (numbers.length === 0) return null;
        const marked = numbers.map((number) => `${number}${this.isWeak(number) ? "*" : ""}`);
        const shown = marked.length > 3 ? `${marked.slice(0, 2).join(", ")} +${marked.length - 2}` : marked.join(", ");
        const open = (): void => {
            this.fold.open = true;
            for (const [number, entry] of this.cited) entry.classList.toggle("cited", numbers.includes(number));
            this.cited.get(numbers[0] ?? 0)?.scrollIntoView({block: "nearest"});
            this.cited.get(numbers[0] ?? 0)?.focus({preventScroll: true});
        };
        return el("button", {type: "button", class: "mark", onclick: open}, unseen("sources "), shown);
    }

    private isWeak(number: number): boolean {
        return Object.values(this.sources)[number - 1]?.weak === true;
    }

    list(): HTMLElement[] {
        const entries = Object.values(this.sources).map((source, i) => {
            const entry = el("li", {tabindex: -1}, ...citation(source));
            this.cited.set(i + 1, entry);
            return entry;
        });
        if (entries.length === 0) return [];
        this.fold.append(el("summary", {}, entries.length === 1 ? "1 source" : `${entries.length} sources`), el("ol", {}, ...entries));
        return [this.fold];
    }
}
