// Completion: the server knows the words and names that may come next.
import {
    acceptCompletion,
    autocompletion,
    completionStatus,
    moveCompletionSelection,
    selectedCompletionIndex,
    type CompletionContext,
    type CompletionResult,
} from "@codemirror/autocomplete";
import type {Extension} from "@codemirror/state";
import {ViewPlugin, type EditorView, type ViewUpdate} from "@codemirror/view";
import {countOf, offsetOf} from "../base/code_points.js";
import type {Service} from "../service/service.js";

export function completion(service: Service): Extension {
    async function candidates(context: CompletionContext): Promise<CompletionResult | null> {
        const text = context.state.doc.toString();
        const before = text.slice(0, context.pos);
        if (!context.explicit && /(^|\s|[?;])$/.test(before)) return null;
        const stopped = new AbortController();
        context.addEventListener("abort", () => stopped.abort());
        try {
            const found = await service.complete(text, countOf(before), stopped.signal);
            const from = offsetOf(text, found.from);
            const typed = text.slice(from, context.pos).toLowerCase();
            const options = found.candidates.filter((candidate) => candidate.text.toLowerCase() !== typed);
            if (options.length === 0) return null;
            return {
                from,
                to: Math.max(offsetOf(text, found.to), context.pos),
                options: options.map(({text: label, kind}) => ({label, detail: kind})),
                filter: false, // the server has done so
            };
        } catch {
            return null; // completion is a help; asking tells what is wrong
        }
    }
    const list = autocompletion({
        override: [candidates],
        selectOnOpen: false, // so that Enter asks, unless a candidate was chosen
        icons: false,
        activateOnTypingDelay: 120,
        interactionDelay: 0,
        maxRenderedOptions: 60,
        defaultKeymap: true,
    });
    return [list, taking];
}

/** Takes the chosen candidate, or the first; leaves Tab to the page when none are shown. */
export function takeCandidate(view: EditorView): boolean {
    if (completionStatus(view.state) === "active") {
        if (selectedCompletionIndex(view.state) === null) moveCompletionSelection(true)(view);
        return acceptCompletion(view);
    }
    return view.plugin(taking)?.waitForList() ?? false;
}

// Letters that are typed while the list is shown have it renewed. A Tab that comes meanwhile is kept until the new list is
// there, unless something else is done before.
const taking = ViewPlugin.fromClass(
    class {
        private waits = false;

        constructor(private readonly view: EditorView) {}

        waitForList(): boolean {
            const isRenewed = completionStatus(this.view.state) === "pending" && this.view.dom.querySelector(".cm-tooltip-autocomplete") !== null;
            this.waits = isRenewed;
            return isRenewed;
        }

        update({docChanged, selectionSet, focusChanged, state}: ViewUpdate): void {
            if (!this.waits) return;
            if (docChanged || selectionSet || focusChanged) this.waits = false;
            else if (completionStatus(state) !== "pending") {
                this.waits = false;
                queueMicrotask(() => takeCandidate(this.view)); // what updates a view mayn't change it
            }
        }
    },
);
