// One value of an answer as an element, with names that lead on; and the order of values.
import {el, followable, isolated, outward, unseen, type Child} from "../base/element.js";
import type {Value} from "../service/contract.js";
import {describing, type Context} from "./context.js";
import {textOf} from "./value_text.js";

const itemsAtFirst = 12;

export function isNumeric(values: Value[]): boolean {
    return values.some((value) => typeof value === "number") && values.every((value) => value === null || typeof value === "number");
}

/** Numbers by size, texts by the alphabet, lists by how many they hold; what isn't there comes last. */
export function compareValues(a: Value, b: Value): number {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return a.length - b.length;
    return alphabet.compare(textOf(a), textOf(b));
}
const alphabet = new Intl.Collator("en", {numeric: true, sensitivity: "base"});

export function cellOf(value: Value, context: Context): Child[] {
    if (value === null) return [el("span", {class: "nothing", "aria-hidden": "true"}, "–"), unseen("not recorded")];
    if (Array.isArray(value)) return listOf(value, context);
    if (typeof value === "number") return [numberText(value)];
    const text = textOf(value);
    if (followable(text) !== null) return [outward(text, isolated(hostOf(text)))];
    return [nameOf(text, context)];
}

/** A thing's name leads to what is recorded of it. */
export function nameOf(text: string, {named, ask}: Pick<Context, "named" | "ask">): HTMLElement {
    if (!named.has(text)) return isolated(text);
    return askLink(describing(text), ask, isolated(text));
}

export function askLink(q: string, ask: (q: string) => void, ...children: Child[]): HTMLElement {
    const onclick = (event: MouseEvent): void => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        ask(q);
    };
    return el("a", {class: "name", href: `#${new URLSearchParams({q})}`, onclick}, ...children);
}

function numberText(value: number): string {
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function hostOf(address: string): string {
    return new URL(address).hostname.replace(/^www\./, "");
}

function listOf(items: Value[], context: Context): Child[] {
    const parts = items.map((item, i) => el("span", {class: "item"}, ...cellOf(item, context), i + 1 < items.length && ", "));
    if (parts.length <= itemsAtFirst + 2) return parts;
    const rest = parts.slice(itemsAtFirst);
    const more = el("button", {type: "button", class: "quiet-button", onclick: () => more.replaceWith(...rest)}, `and ${rest.length} more`);
    return [...parts.slice(0, itemsAtFirst), more];
}
