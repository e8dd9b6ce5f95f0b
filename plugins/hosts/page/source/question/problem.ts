// What went wrong with a question, below the box: the message, and hints whose offers can be taken with a click.
import {el, ticked, type Child} from "../base/element.js";
import type {Unanswered} from "../service/service.js";

type Mend = (text: string) => void; // writes the text where the error points

// "did you mean `a`, `b` or `c`?": each can be taken.
function hint(text: string, canMend: boolean, mend: Mend): HTMLElement {
    if (!canMend || !/^did you mean /i.test(text)) return el("li", {}, ...ticked(capital(text)));
    const parts = capital(text).split(/(`[^`]+`)/).map((part): Child => {
        if (!/^`.+`$/.test(part)) return part;
        const offer = part.slice(1, -1);
        return el("button", {type: "button", class: "offer", dir: "auto", onclick: () => mend(offer)}, offer);
    });
    return el("li", {}, ...parts);
}

export function problemPanel({problem, status, retryAfter}: Unanswered, mend: Mend, again: () => void): HTMLElement {
    const canMend = problem.line !== undefined && problem.column !== undefined;
    const isServers = status === 0 || status >= 429;
    return el(
        "div",
        {class: "problem"},
        el("p", {class: "problem-message"}, ...ticked(sentence(problem.message))),
        problem.hints.length > 0 && el("ul", {class: "problem-hints"}, ...problem.hints.map((text) => hint(text, canMend, mend))),
        retryAfter !== null && el("p", {}, `It may work again in ${retryAfter} ${retryAfter === 1 ? "second" : "seconds"}.`),
        isServers && el("button", {type: "button", class: "button", onclick: again}, "Try again"),
    );
}

function sentence(message: string): string {
    return /[.?!]$/.test(message) ? capital(message) : `${capital(message)}.`;
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
