// The page: a question box, and below it the examples, an answer, or what went wrong. What is seen is in the address.
import {showAnswer} from "./answer/answer.js";
import {namedThings} from "./answer/context.js";
import {Footnotes} from "./answer/footnotes.js";
import {fromHash, placeOf, toHash, type Place} from "./base/address.js";
import {el} from "./base/element.js";
import {QuestionBox} from "./question/editor.js";
import {firstPage} from "./question/examples.js";
import {problemPanel} from "./question/problem.js";
import type {Answer, Schema} from "./service/contract.js";
import {Service, Unanswered} from "./service/service.js";
import {themeSwitch} from "./theme/theme_switch.js";

const service = new Service();
const part = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

let place = fromHash(location.hash);
let schema: Schema | null = null;
let schemaAsked: Promise<Schema> | null = null;
let asked: {q: string; answer: Answer} | null = null;
let running: AbortController | null = null;
let closeAnswer: (() => void) | null = null;

const box = new QuestionBox(service, ask, () => part("problem").replaceChildren());
const askButton = el("button", {type: "button", class: "button primary ask-button", onclick: () => box.ask()}, "Ask");

function say(text: string): void {
    part("status").replaceChildren(text);
}

function ask(q: string): void {
    const text = q.trim();
    if (text === "") return box.focus();
    go(placeOf(text));
}

/** Shows a place, as a step that the back button takes back. Asking again what is shown asks anew. */
function go(next: Place): void {
    if (toHash(next) === toHash(place)) asked = null;
    else history.pushState(null, "", toHash(next));
    place = next;
    void show();
}

// What changes within an answer: another view is a step of its own, the rest belongs to the step that is there.
function change(partial: Partial<Place>, draw = false): void {
    const step = partial.view !== undefined && partial.view !== place.view;
    Object.assign(place, partial);
    if (step) history.pushState(null, "", toHash(place));
    else history.replaceState(null, "", toHash(place));
    if (draw && asked) draws(asked.answer);
}

async function show(): Promise<void> {
    running?.abort();
    running = null;
    part("problem").replaceChildren();
    box.text = place.q;
    box.mark(null);
    document.title = place.q === "" ? "Confer" : `${place.q} · Confer`;
    document.body.classList.toggle("first", place.q === "");
    if (place.q === "") return void welcome();
    part("examples").replaceChildren();
    if (asked?.q === place.q) return draws(asked.answer);

    const run = new AbortController();
    running = run;
    part("answer").setAttribute("aria-busy", "true");
    askButton.classList.add("busy");
    say("Asking");
    const q = place.q;
    try {
        const [answer] = await Promise.all([service.ask(q, run.signal), loadSchema().catch(() => null)]);
        if (run.signal.aborted) return;
        asked = {q, answer};
        draws(answer);
        const rows = answer.rows.length;
        say(`${rows} ${rows === 1 ? "row" : "rows"}${answer.notices.length > 0 ? `. ${answer.notices.join(" ")}` : ""}`);
    } catch (error) {
        if (run.signal.aborted) return;
        failed(error instanceof Unanswered ? error : new Unanswered({message: "The answer can’t be shown.", hints: []}, 0));
    } finally {
        if (running === run) {
            running = null;
            part("answer").removeAttribute("aria-busy");
            askButton.classList.remove("busy");
        }
    }
}

function clearAnswer(): void {
    closeAnswer?.();
    closeAnswer = null;
    part("answer").replaceChildren();
}

async function welcome(): Promise<void> {
    clearAnswer();
    say("");
    box.focus();
    try {
        const known = await loadSchema();
        if (place.q === "") part("examples").replaceChildren(...firstPage(known, ask));
    } catch (error) {
        if (place.q === "" && error instanceof Unanswered) failed(error);
    }
}

// The graph's name and words; answers can do without them.
async function loadSchema(): Promise<Schema> {
    schemaAsked ??= service.schema();
    try {
        schema = await schemaAsked;
    } catch (error) {
        schemaAsked = null;
        throw error;
    }
    part("graph-name").replaceChildren(schema.name);
    return schema;
}

function draws(answer: Answer): void {
    clearAnswer();
    const footnotes = new Footnotes({...answer.sources});
    closeAnswer = showAnswer(part("answer"), {answer, schema, service, footnotes, place, named: namedThings(answer), ask, change, say});
    part("version").replaceChildren(versionText(answer));
}

function versionText({version, seconds}: Answer): string {
    const time = seconds === undefined ? "" : `Answered in ${seconds < 0.001 ? "under 1" : Math.round(seconds * 1000)} ms`;
    return [time, version === undefined ? "" : `graph version ${version}`].filter(Boolean).join(", ");
}

function failed(error: Unanswered): void {
    clearAnswer();
    asked = null;
    say("");
    const {problem} = error;
    box.mark(problem);
    const mend = (text: string): void => box.mend(problem, text);
    part("problem").replaceChildren(problemPanel(error, mend, () => void show()));
}

function start(): void {
    part("ask").append(box.element, askButton);
    part("masthead-tools").append(themeSwitch());
    document.querySelector(".wordmark")?.addEventListener("click", (event) => {
        event.preventDefault();
        go(placeOf(""));
    });
    // The address after # is the question's; so this link is followed by hand.
    document.querySelector(".skip")?.addEventListener("click", (event) => {
        event.preventDefault();
        box.focus();
    });
    window.addEventListener("popstate", () => {
        place = fromHash(location.hash);
        void show();
    });
    void show();
}

start();
