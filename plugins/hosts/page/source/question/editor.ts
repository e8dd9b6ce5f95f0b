// The question box. It lives in a shadow root: there CodeMirror uses constructed style sheets, which a strict
// Content-Security-Policy allows, where in the page itself it would add style elements.
import {closeCompletion, selectedCompletionIndex} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap, insertNewline} from "@codemirror/commands";
import {EditorState, StateEffect, StateField} from "@codemirror/state";
import {Decoration, EditorView, keymap, placeholder, type DecorationSet} from "@codemirror/view";
import {rangeOf} from "../base/code_points.js";
import type {Problem} from "../service/contract.js";
import type {Service} from "../service/service.js";
import {completion, takeCandidate} from "./completion.js";
import {editorTheme} from "./editor_theme.js";
import {patternColours} from "./pattern_colours.js";

const underline = StateEffect.define<{from: number; to: number} | null>();

// What the last error points at; gone as soon as something is typed.
const underlined = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
        for (const effect of transaction.effects) {
            if (!effect.is(underline)) continue;
            if (effect.value === null || effect.value.from === effect.value.to) return Decoration.none;
            return Decoration.set(Decoration.mark({class: "wrong", attributes: {"aria-invalid": "true"}}).range(effect.value.from, effect.value.to));
        }
        return transaction.docChanged ? Decoration.none : marks;
    },
    provide: (field) => EditorView.decorations.from(field),
});

export class QuestionBox {
    readonly element: HTMLElement;
    private readonly view: EditorView;

    constructor(service: Service, private readonly onAsk: (q: string) => void, onEdit: () => void) {
        this.element = document.createElement("div");
        this.element.className = "question-box";
        const root = this.element.attachShadow({mode: "open"});
        const ask = (): boolean => {
            this.ask();
            return true;
        };
        const unlessChosen = (view: EditorView): boolean => (selectedCompletionIndex(view.state) === null ? ask() : false);
        this.view = new EditorView({
            root,
            parent: root,
            state: EditorState.create({
                extensions: [
                    keymap.of([
                        {key: "Tab", run: takeCandidate},
                        {key: "Mod-Enter", run: ask},
                        {key: "Shift-Enter", run: insertNewline},
                    ]),
                    completion(service),
                    keymap.of([{key: "Enter", run: unlessChosen}, ...defaultKeymap, ...historyKeymap]),
                    history(),
                    placeholder("Ask in plain English, or draw a pattern"),
                    EditorView.lineWrapping,
                    EditorView.contentAttributes.of({
                        "aria-label": "Question",
                        spellcheck: "false",
                        autocapitalize: "off",
                    }),
                    EditorView.updateListener.of((update) => {
                        if (update.docChanged) onEdit();
                    }),
                    underlined,
                    patternColours,
                    editorTheme,
                ],
            }),
        });
    }

    get text(): string {
        return this.view.state.doc.toString();
    }

    set text(text: string) {
        if (text === this.text) return;
        this.view.dispatch({changes: {from: 0, to: this.view.state.doc.length, insert: text}, selection: {anchor: text.length}});
    }

    /** Asks what stands there; a list of candidates that is still to come stays away. */
    ask(): void {
        closeCompletion(this.view);
        this.onAsk(this.text);
    }

    /** Underlines what the error points at; null takes the line away. */
    mark(problem: Problem | null): void {
        this.view.dispatch({effects: underline.of(this.rangeOf(problem))});
    }

    /** Writes `text` where the error points. */
    mend(problem: Problem, text: string): void {
        const range = this.rangeOf(problem);
        if (range === null) return;
        this.view.dispatch({changes: {...range, insert: text}, selection: {anchor: range.from + text.length}});
        this.focus();
    }

    focus(): void {
        this.view.focus();
    }

    private rangeOf(problem: Problem | null): {from: number; to: number} | null {
        if (problem?.line === undefined || problem.column === undefined) return null;
        const range = rangeOf(this.text, problem.line, problem.column, problem.length ?? 1);
        // A gap at the end of the question is shown at its last letter.
        if (range.from === range.to && range.from > 0) return {from: range.from - 1, to: range.to};
        return range;
    }
}
