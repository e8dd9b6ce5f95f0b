// The graph view: the drawing, what is selected with its sources, and the same as a table. Selecting and expanding work by
// mouse, by touch and by keyboard.
import {el} from "../base/element.js";
import {describing, type Context, type View} from "../answer/context.js";
import {pictureOf} from "../answer/picture.js";
import type {Drawing} from "./drawing.js";
import {graphTable} from "./graph_table.js";
import {legendOf} from "./legend.js";
import {looksOf} from "./palette.js";
import {details, nothingSelected} from "./selection.js";
import {mostAtFirst, Store} from "./store.js";
import {isDark} from "../theme/theme.js";

const help = "Arrow keys go from node to node, Enter expands, plus and minus zoom, 0 shows everything, Escape selects nothing.";

export function graphView(context: Context): View {
    return new GraphView(context).view;
}

class GraphView {
    readonly view: View;
    private readonly store = new Store();
    private readonly canvas = el("div", {
        class: "graph-canvas",
        tabindex: 0,
        role: "application",
        "aria-label": "Graph",
        "aria-roledescription": "graph",
        "aria-describedby": "graph-help",
        onkeydown: (event: KeyboardEvent) => this.key(event),
    });
    private readonly side = el("aside", {class: "graph-side", "aria-label": "What is selected"});
    private readonly legend = el("div", {class: "graph-legend"});
    private readonly table = el("details", {class: "graph-as-table"});
    private readonly note = el("p", {class: "quiet"});
    private readonly hidden = new Set<string>();
    private readonly expanding = new Set<string>();
    private drawing: Drawing | null = null;
    private shown: string | null = null; // what is selected
    private closed = false;

    constructor(private readonly context: Context) {
        const tools = [
            ["+", "Zoom in", () => this.drawing?.zoom(1.3)],
            ["−", "Zoom out", () => this.drawing?.zoom(1 / 1.3)],
            ["⤢", "Show everything", () => this.drawing?.fit()],
        ] as const;
        const stage = el(
            "div",
            {class: "graph-stage"},
            this.canvas,
            el(
                "div",
                {class: "graph-tools"},
                ...tools.map(([sign, name, act]) => el("button", {type: "button", "aria-label": name, title: name, onclick: act}, sign)),
            ),
        );
        this.view = {
            element: el(
                "div",
                {class: "graph"},
                this.legend,
                el("div", {class: "graph-frame"}, stage, this.side),
                el("p", {class: "quiet keyboard-help", id: "graph-help"}, help),
                this.note,
                this.table,
            ),
            picture: {
                svg: async () => {
                    const {graphSvg} = await import("./graph_svg.js");
                    return pictureOf(() => graphSvg(this.drawn)).svg();
                },
                png: () => this.drawn.png(this.colour("--surface")),
            },
            shown: () => void this.start(),
            close: () => this.close(),
        };
        this.showSelected(null);
    }

    private get drawn(): Drawing {
        if (this.drawing === null) throw new Error("The graph isn’t drawn yet.");
        return this.drawing;
    }

    private colour(name: string): string {
        return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    }

    private async start(): Promise<void> {
        const {Drawing} = await import("./drawing.js");
        await document.fonts.ready;
        if (this.closed) return;
        this.drawing = new Drawing(this.canvas, {select: (id) => this.select(id), expand: (id) => void this.expand(id)});
        this.paint();
        const {graph} = this.context.answer;
        if (graph) {
            this.store.add(graph, mostAtFirst);
            this.drawing.add([...this.store.nodes.values()], [...this.store.relationships.values()], null);
        }
        const {open, selected} = this.context.place;
        for (const id of open) await this.expand(id, false);
        this.refresh();
        if (selected !== null) this.select(selected);
        document.addEventListener("themechange", this.paint);
    }

    private close(): void {
        this.closed = true;
        document.removeEventListener("themechange", this.paint);
        this.drawing?.close();
    }

    private readonly paint = (): void => {
        this.drawing?.paint(this.looks());
        this.refresh();
    };

    private looks(): ReturnType<typeof looksOf> {
        const labels = [...this.store.nodes.values()].flatMap(({labels: [first]}) => (first === undefined ? [] : [first]));
        return looksOf(this.context.schema, labels, isDark());
    }

    // What goes with the drawing: legend, table, note.
    private refresh(): void {
        this.legend.replaceChildren(
            legendOf(this.store, this.looks(), this.context.schema, this.hidden, (label) => {
                if (!this.hidden.delete(label)) this.hidden.add(label);
                this.drawing?.cy.nodes().forEach((node) => void node.toggleClass("hidden-label", this.hidden.has(node.data("label"))));
                this.refresh();
            }),
        );
        graphTable(this.table, this.store, this.context.footnotes, (id) => {
            this.select(id);
            this.drawing?.bringIntoView(id);
        });
        const {leftOut} = this.store;
        this.note.replaceChildren(leftOut > 0 ? `${leftOut} more would be too many to draw; those with the most relationships are shown, and the table has all.` : "");
    }

    private select(id: string | null): void {
        this.drawing?.select(id);
        this.showSelected(id);
        this.context.change({selected: id});
        const relationship = id === null ? undefined : this.store.relationships.get(id);
        if (id !== null) this.context.say(relationship ? this.store.sentence(relationship) : `${this.store.name(id)} selected`);
    }

    private showSelected(id: string | null): void {
        this.shown = id;
        const actions = {
            expand: (node: string) => void this.expand(node),
            describe: (name: string) => this.context.ask(describing(name)),
            select: (other: string) => this.select(other),
        };
        const content = id === null ? nothingSelected() : details(id, this.store, this.context, this.looks(), actions);
        this.side.replaceChildren(content);
    }

    private async expand(id: string, isNew = true): Promise<void> {
        const {service, footnotes, say, change, place} = this.context;
        if (this.drawing === null || this.store.expanded.has(id) || this.expanding.has(id)) return;
        this.expanding.add(id);
        try {
            const found = await service.node(id);
            if (this.closed) return;
            footnotes.add(found.sources);
            this.store.expanded.add(id);
            const added = this.store.add({nodes: found.nodes, relationships: found.relationships});
            this.paint();
            this.drawing.add(added, [...this.store.relationships.values()], id);
            if (!isNew) return;
            change({open: [...place.open, id]});
            this.select(id);
            say(`${this.store.name(id)} expanded: ${added.length} new ${added.length === 1 ? "node" : "nodes"}`);
        } catch (error) {
            say(error instanceof Error ? error.message : "It couldn’t be expanded");
        } finally {
            this.expanding.delete(id);
        }
    }

    private key(event: KeyboardEvent): void {
        const {drawing} = this;
        if (drawing === null || event.altKey || event.ctrlKey || event.metaKey) return;
        const directions: Record<string, number> = {ArrowRight: 0, ArrowDown: Math.PI / 2, ArrowLeft: Math.PI, ArrowUp: -Math.PI / 2};
        const direction = directions[event.key];
        if (direction !== undefined) {
            const next = drawing.towards(this.shown, direction);
            if (next !== null) {
                this.select(next);
                drawing.bringIntoView(next);
            }
        } else if (event.key === "Enter" && this.shown !== null && this.store.nodes.has(this.shown)) void this.expand(this.shown);
        else if (event.key === "Escape") this.select(null);
        else if (event.key === "+" || event.key === "=") drawing.zoom(1.3);
        else if (event.key === "-") drawing.zoom(1 / 1.3);
        else if (event.key === "0") drawing.fit();
        else return;
        event.preventDefault();
    }
}
