// Taking the answer along: as a picture of what is seen, as a table, in other formats, or as a link to it.
import {el} from "../base/element.js";
import {showBeside} from "../base/popover.js";
import type {Context, Picture} from "./context.js";
import {pngOf} from "./picture.js";

const otherFormats: [string, string, string][] = [
    ["Markdown", "markdown", "md"],
    ["MediaWiki text", "wikitext", "txt"],
    ["HTML table", "html", "html"],
    ["JSON", "json", "json"],
];

export function exportButton(context: Context, picture: Picture | undefined): HTMLElement {
    const {answer, service, say} = context;
    const name = fileName(answer.statement);
    const problem = el("p", {class: "menu-problem", role: "alert"});
    const menu = el("div", {class: "card menu", popover: "auto", role: "group", "aria-label": "Export"});

    const link = (text: string, format: string, ending: string): HTMLElement =>
        el("a", {href: service.queryAddress(answer.statement, format), download: `${name}.${ending}`}, text);
    const action = (text: string, act: () => Promise<void>): HTMLElement =>
        el("button", {type: "button", onclick: () => {
            problem.replaceChildren();
            act().then(() => say(`${text}: done`), (error: unknown) => problem.replaceChildren(error instanceof Error ? error.message : "That failed."));
        }}, text);

    const svgText = (): Promise<string> => picture?.svg() ?? service.text(answer.statement, "svg");
    const items = [
        action("Picture (PNG)", async () => save(await (picture?.png() ?? svgText().then((text) => pngOf(text))), `${name}.png`)),
        action("Drawing (SVG)", async () => save(new Blob([await svgText()], {type: "image/svg+xml"}), `${name}.svg`)),
        link("Spreadsheet (CSV)", "csv", "csv"),
        ...otherFormats.map(([text, format, ending]) => link(text, format, ending)),
        el("hr"),
        action("Copy for your own page", () => copy(elementFor(answer.statement, context.place.view))),
    ];
    menu.append(...items, problem);
    const button = el("button", {type: "button", class: "button", "aria-haspopup": "true", onclick: () => showBeside(menu, button)}, "Export");
    return button;
}

export function linkButton({say}: Context): HTMLElement {
    const button = el(
        "button",
        {
            type: "button",
            class: "button",
            onclick: () => {
                copy(location.href).then(
                    () => {
                        button.replaceChildren("Link copied");
                        say("Link copied");
                        setTimeout(() => button.replaceChildren("Copy link"), 2500);
                    },
                    () => say("The link couldn’t be copied; it is this page’s address"),
                );
            },
        },
        "Copy link",
    );
    return button;
}

/** A name for a file that every system takes. */
export function fileName(statement: string): string {
    const words = statement.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["answer"];
    return words.join("-").slice(0, 60).replace(/-$/, "");
}

function elementFor(q: string, view: string | null): string {
    const server = new URL(".", location.href).href.replace(/\/$/, "");
    const format = view === "graph" || view === "matrix" || view === "list" || view === "value" ? view : "table";
    const quoted = q.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
    return `<script src="${server}/confer-query.js" async></script>\n<confer-query q="${quoted}" server="${server}" format="${format}"></confer-query>\n`;
}

function save(content: Blob, name: string): void {
    const address = URL.createObjectURL(content);
    const link = el("a", {href: address, download: name});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// Where the page came over plain HTTP from another machine, browsers offer no clipboard.
async function copy(text: string): Promise<void> {
    if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
    const field = el("textarea", {class: "hidden"});
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (!copied) throw new Error("The browser doesn’t let the page copy.");
}
