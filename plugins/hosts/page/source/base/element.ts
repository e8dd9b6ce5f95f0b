// Building the page: every text from data becomes a text node here, never markup.

export type Child = Node | string | null | undefined | false;
type Attribute = string | number | boolean | null | undefined | ((event: never) => void);

/**
 * A new element. Attributes that are true stand alone, those that are false, null or undefined are left out, and
 * functions called `on…` listen to that event.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Record<string, Attribute> = {},
    ...children: Child[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    put(element, attributes, children);
    return element;
}

/** The same for a picture's elements. */
export function svg<K extends keyof SVGElementTagNameMap>(
    tag: K,
    attributes: Record<string, Attribute> = {},
    ...children: Child[]
): SVGElementTagNameMap[K] {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    put(element, attributes, children);
    return element;
}

function put(element: Element, attributes: Record<string, Attribute>, children: Child[]): void {
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
        else element.setAttribute(name, value === true ? "" : String(value));
    }
    append(element, children);
}

export function append(parent: Element, children: Child[]): void {
    for (const child of children) if (child !== null && child !== undefined && child !== false) parent.append(child);
}

/** Text from data, kept apart from its surroundings where it runs from right to left. */
export function isolated(text: string): HTMLElement {
    return el("bdi", {dir: "auto"}, text);
}

/** What the engine puts between `ticks`, words to type, is set off from the sentence around it. */
export function ticked(text: string): Child[] {
    return text.split(/(`[^`]+`)/).map((part) => (/^`.+`$/.test(part) ? el("code", {dir: "auto"}, part.slice(1, -1)) : part));
}

/** Text for screen readers only. */
export function unseen(text: string): HTMLElement {
    return el("span", {class: "hidden"}, text);
}

/** The address, when it is one that may be followed: data could also name `javascript:` or `data:`. */
export function followable(address: string | undefined): string | null {
    if (address === undefined || !/^https?:\/\//i.test(address)) return null;
    try {
        return new URL(address).href;
    } catch {
        return null;
    }
}

/** A link to somewhere else, or plain text where the address can't be followed. */
export function outward(address: string | undefined, ...children: Child[]): HTMLElement {
    const href = followable(address);
    if (href === null) return el("span", {}, ...children);
    return el("a", {href, rel: "noopener noreferrer", target: "_blank"}, ...children, unseen(" (opens in a new tab)"));
}
