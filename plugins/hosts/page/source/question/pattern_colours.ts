// Colours a pattern while it is typed.
import {RangeSetBuilder, type EditorState, type Extension} from "@codemirror/state";
import {Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate} from "@codemirror/view";
import {isPattern, tokensOf} from "./pattern_tokens.js";

function colouredParts(state: EditorState): DecorationSet {
    const parts = new RangeSetBuilder<Decoration>();
    const text = state.doc.toString();
    if (!isPattern(text)) return Decoration.none;
    let at = 0;
    for (const token of tokensOf(text)) {
        if (token.kind !== "other" && token.kind !== "name") {
            parts.add(at, at + token.text.length, Decoration.mark({class: `token-${token.kind}`}));
        }
        at += token.text.length;
    }
    return parts.finish();
}

export const patternColours: Extension = [
    ViewPlugin.fromClass(
        class {
            decorations: DecorationSet;
            constructor(view: EditorView) {
                this.decorations = colouredParts(view.state);
            }
            update(update: ViewUpdate): void {
                if (update.docChanged) this.decorations = colouredParts(update.state);
            }
        },
        {decorations: (plugin) => plugin.decorations},
    ),
    // Code is easier to read where all letters have one width, English where they haven't.
    EditorView.contentAttributes.of((view): Record<string, string> =>
        isPattern(view.state.doc.toString()) ? {class: "is-pattern"} : {},
    ),
];
