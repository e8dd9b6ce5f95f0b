// What every view of an answer works with.
import type {Place} from "../base/address.js";
import type {Answer, GraphNode, Schema} from "../service/contract.js";
import type {Service} from "../service/service.js";
import type {Footnotes} from "./footnotes.js";

export interface Context {
    answer: Answer;
    schema: Schema | null;
    service: Service;
    footnotes: Footnotes;
    place: Place;
    named: Map<string, GraphNode>; // the answer's things, by names that only one of them has
    ask: (q: string) => void;
    /** Writes into the page's address what is seen now, and shows it where `draw` says so. */
    change: (part: Partial<Place>, draw?: boolean) => void;
    /** Tells screen readers what happened. */
    say: (text: string) => void;
}

/** A picture that can be taken along. */
export interface Picture {
    svg(): Promise<string>;
    png(): Promise<Blob>;
}

export interface View {
    element: HTMLElement;
    picture?: Picture; // where the view draws one itself; else the server does
    shown?: () => void; // called when the element is in the page
    close?: () => void;
}

export function namedThings(answer: Answer): Map<string, GraphNode> {
    const named = new Map<string, GraphNode>();
    const twice = new Set<string>();
    for (const node of answer.graph?.nodes ?? []) {
        if (named.has(node.name)) twice.add(node.name);
        named.set(node.name, node);
    }
    for (const name of twice) named.delete(name);
    return named;
}

/** The question that tells all about a thing. Names stand in quotation marks where they could be misread. */
export function describing(name: string): string {
    const plain = /^[\p{L}\p{N}' /-]+$/u.test(name) && !/\b(?:and|or|but|for|with|by|from|in|of|not)\b/i.test(name);
    return `describe ${plain ? name : `"${name.replaceAll('"', '\\"')}"`}`;
}
