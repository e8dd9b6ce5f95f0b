// A source as it is cited.
import {el, isolated, outward, type Child} from "../base/element.js";
import type {Source} from "../service/contract.js";

/** Title (linked), who wrote and who published it, and how the curators grade it. */
export function citation(source: Source): Child[] {
    const from = [source.authors, source.publisher].filter((part): part is string => Boolean(part));
    return [
        el("span", {class: "source-title"}, outward(source.url, isolated(source.title ?? source.url ?? "Untitled"))),
        el(
            "span",
            {class: "source-from"},
            ...from.flatMap((part, i): Child[] => [i > 0 && ". ", isolated(part)]),
            source.year !== undefined && (from.length > 0 ? `, ${source.year}` : String(source.year)),
            source.weak ? el("span", {class: "grade weak"}, "graded weak *") : null,
        ),
    ];
}
