// <confer-query q="…" server="https://…" format="table|list|matrix|graph|value">what stands here without an answer</confer-query>
//
// Asks when it comes near to being seen. What it holds stays until there is an answer, and when there is none. It runs
// under a strict Content-Security-Policy: script-src and connect-src have to allow the server, nothing else.
import {el, isolated, ticked} from "../base/element.js";
import {textOf} from "../answer/value_text.js";
import type {Answer} from "../service/contract.js";
import {Away, Refused, replyTo, type Reply} from "./answers.js";
import {drawn} from "./drawn.js";
import {elementStyle} from "./element_style.js";
import {shown, type Format} from "./shown.js";

const noticeable = 600; // milliseconds until it is said that an answer is awaited

// Without `server`, where this script came from.
const home = document.currentScript instanceof HTMLScriptElement ? new URL(".", document.currentScript.src).href : new URL(".", location.href).href;

const style = new CSSStyleSheet();
style.replaceSync(elementStyle);

/** Of a colour as browsers compute it: rgb(…). */
function isLight(colour: string): boolean {
    const [red, green, blue] = (colour.match(/\d+(\.\d+)?/g) ?? []).map(Number);
    return 0.3 * (red ?? 0) + 0.6 * (green ?? 0) + 0.1 * (blue ?? 0) > 128;
}

class ConferQuery extends HTMLElement {
    static readonly observedAttributes = ["q", "server", "format"];

    private readonly root = this.attachShadow({mode: "open"});
    private readonly kept = el("slot");
    private readonly place = el("div", {class: "answer", part: "answer"});
    private readonly meta = el("p", {class: "meta", part: "meta"});
    private readonly near = new IntersectionObserver((entries) => this.seen(entries), {rootMargin: "300px"});
    private asked = ""; // the address that the last answer is for, or is awaited for

    constructor() {
        super();
        this.root.adoptedStyleSheets = [style];
        this.root.append(this.kept, this.place, this.meta);
    }

    connectedCallback(): void {
        this.near.observe(this);
    }

    disconnectedCallback(): void {
        this.near.disconnect();
    }

    attributeChangedCallback(): void {
        if (this.isConnected && this.asked !== "") void this.ask();
    }

    private seen(entries: IntersectionObserverEntry[]): void {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.near.disconnect();
        void this.ask();
    }

    private get server(): string {
        const server = this.getAttribute("server") ?? home;
        return server.endsWith("/") ? server : `${server}/`;
    }

    private get format(): Format | "graph" | "value" {
        const format = this.getAttribute("format");
        return format === "list" || format === "matrix" || format === "graph" || format === "value" ? format : "table";
    }

    private async ask(): Promise<void> {
        const q = this.getAttribute("q")?.trim() ?? "";
        if (q === "") return;
        const format = this.format === "graph" ? "svg" : "json";
        const address = `${this.server}api/query?${new URLSearchParams({q, format})}`;
        this.asked = address;
        this.setAttribute("aria-busy", "true");
        const waiting = setTimeout(() => this.meta.replaceChildren("Asking…"), noticeable);
        try {
            const reply = await replyTo(address);
            if (this.asked === address) this.show(reply, q);
        } catch (error) {
            if (this.asked === address) this.miss(error);
        } finally {
            clearTimeout(waiting);
            if (this.asked === address) this.removeAttribute("aria-busy");
        }
    }

    private show(reply: Reply, q: string): void {
        let version = reply.version;
        if (this.format === "graph") {
            const drawing = drawn(reply.text);
            if (drawing === null) throw new Refused("the server sent no drawing", []);
            // Its colours for dark pages follow the system; this page may be light all the same.
            const isDark = isLight(getComputedStyle(this).color);
            this.root.adoptedStyleSheets = drawing.styles !== null && isDark ? [style, drawing.styles] : [style];
            this.place.replaceChildren(el("div", {class: "drawing", tabindex: 0, role: "region", "aria-label": q}, drawing.picture));
        } else {
            const answer = JSON.parse(reply.text) as Answer;
            version ??= answer.version ?? null;
            this.place.replaceChildren(...(this.format === "value" ? [this.value(answer, q)] : shown(answer, this.format)));
        }
        this.kept.hidden = true;
        this.meta.replaceChildren(...(this.format === "value" ? [] : this.footer(reply, version, q)));
        this.dispatchEvent(new CustomEvent("confer-answer", {bubbles: true}));
    }

    // In the middle of a sentence there is no room for footnotes: the value leads to them.
    private value(answer: Answer, q: string): HTMLElement {
        return this.linked(q, isolated(textOf(answer.rows[0]?.[0] ?? null)));
    }

    private linked(q: string, content: Node | string): HTMLElement {
        return el("a", {href: `${this.server}#${new URLSearchParams({q})}`, rel: "noopener"}, content);
    }

    // When, of which graph, and where to go on asking.
    private footer({at}: Reply, version: string | null, q: string): (Node | string)[] {
        const when = at.toLocaleDateString(document.documentElement.lang || "en", {dateStyle: "medium"});
        const more = this.linked(q, "Open in Confer");
        return [`${when}${version === null ? "" : `, graph version ${version}`}. `, more, ". Descriptive, not clinical advice."];
    }

    // What stood here stays, and it is said why there is nothing newer.
    private miss(error: unknown): void {
        if (error instanceof Away) {
            const again = el("button", {type: "button", class: "again", onclick: () => void this.ask()}, "Try again");
            this.place.replaceChildren();
            this.meta.replaceChildren(`Not brought up to date: ${error.message}. `, again);
            this.kept.hidden = false;
        } else {
            const message = error instanceof Error ? error.message : "the answer can’t be shown";
            const hints = error instanceof Refused ? error.hints : [];
            const lines = [message, ...hints].map((text) => el("p", {}, ...ticked(text)));
            this.place.replaceChildren(el("div", {class: "error", part: "error", role: "note"}, ...lines));
            this.meta.replaceChildren(isolated(this.getAttribute("q") ?? ""));
            this.kept.hidden = false;
        }
        this.dispatchEvent(new CustomEvent("confer-miss", {bubbles: true}));
    }
}

if (customElements.get("confer-query") === undefined) customElements.define("confer-query", ConferQuery);
