// The drawing itself: Cytoscape.js with the fCoSE layout. Loaded when somebody looks at a graph.
import cytoscape, {type Core, type ElementDefinition, type NodeSingular} from "cytoscape";
import fcose from "cytoscape-fcose";
import type {GraphNode, GraphRelationship} from "../service/contract.js";
import type {Look} from "./palette.js";
import {keyOf} from "./store.js";
import {graphStyle} from "./style.js";

cytoscape.use(fcose);

const readable = 0.6; // times the size of the names

export type {Core};

export interface DrawingActions {
    select: (id: string | null) => void; // of a node or a relationship
    expand: (id: string) => void;
}

export class Drawing {
    readonly cy: Core;
    private readonly still = matchMedia("(prefers-reduced-motion: reduce)").matches;

    constructor(container: HTMLElement, actions: DrawingActions) {
        this.cy = cytoscape({container, minZoom: 0.15, maxZoom: 4, selectionType: "single", boxSelectionEnabled: false});
        this.cy.on("tap", (event) => {
            const target = event.target as Core | NodeSingular;
            actions.select(target === this.cy ? null : (target as NodeSingular).id());
        });
        this.cy.on("dbltap", "node", (event) => actions.expand(event.target.id()));
        // Of a mouse the browser knows how fast its user double-clicks; the first click has selected the node.
        container.addEventListener("dblclick", () => void this.cy.nodes(":selected").forEach((node) => actions.expand(node.id())));
    }

    paint(looks: Map<string, Look>): void {
        this.cy.style(graphStyle(looks));
    }

    /** Adds what is new and lays it out; what stood already stays where it is. */
    add(nodes: GraphNode[], relationships: GraphRelationship[], beside: string | null): void {
        const kept = this.cy.nodes().map((node) => ({nodeId: node.id(), position: {...node.position()}}));
        const origin = beside === null ? {x: 0, y: 0} : this.cy.getElementById(beside).position();
        const elements: ElementDefinition[] = nodes.map((node, i) => ({
            group: "nodes",
            data: {id: node.id, name: node.name, label: node.labels[0] ?? ""},
            position: around(origin, i, nodes.length),
        }));
        for (const relationship of relationships) {
            const id = keyOf(relationship);
            if (this.cy.getElementById(id).nonempty()) continue;
            const {start: source, end: target, verb} = relationship;
            elements.push({group: "edges", data: {id, source, target, verb}});
        }
        this.cy.add(elements);
        this.cy.edges().toggleClass("few", this.cy.edges().length <= 14);
        const layout = this.cy.layout(this.layout(kept, beside));
        layout.one("layoutstop", () => this.fit());
        seeded(() => layout.run());
    }

    private layout(kept: {nodeId: string}[], beside: string | null): cytoscape.LayoutOptions {
        return {
            name: "fcose",
            quality: "proof",
            animate: !this.still && beside !== null,
            animationDuration: 350,
            randomize: beside === null,
            fixedNodeConstraint: beside === null ? undefined : kept,
            nodeRepulsion: () => 9000,
            idealEdgeLength: () => 105,
            nodeSeparation: 110,
            nodeDimensionsIncludeLabels: true,
            packComponents: true,
            fit: false,
        } as unknown as cytoscape.LayoutOptions;
    }

    /** Sets off what is selected and all around it. */
    select(id: string | null): void {
        this.cy.batch(() => {
            this.cy.$(":selected").unselect();
            this.cy.elements().removeClass("near far");
            if (id === null) return;
            const element = this.cy.$id(id);
            if (element.empty()) return;
            element.select();
            // Of a relationship its ends, of a node all around it.
            const near = element.union(element.connectedNodes()).union(element.closedNeighborhood());
            near.addClass("near");
            this.cy.elements().difference(near).addClass("far");
        });
    }

    /** The node that lies in a direction (radians) from the one with this id, or the most central one. */
    towards(id: string | null, angle: number): string | null {
        const from = id === null ? null : this.cy.getElementById(id);
        if (from === null || from.empty() || !from.isNode()) return this.central();
        const here = from.position();
        let best: {id: string; cost: number} | null = null;
        this.cy.nodes(":visible").forEach((node: NodeSingular) => {
            const {x, y} = node.position();
            const [dx, dy] = [x - here.x, y - here.y];
            const off = Math.abs(Math.atan2(Math.sin(Math.atan2(dy, dx) - angle), Math.cos(Math.atan2(dy, dx) - angle)));
            if (node.id() === from.id() || off > Math.PI / 3) return;
            const cost = Math.hypot(dx, dy) * (1 + 2 * off);
            if (best === null || cost < best.cost) best = {id: node.id(), cost};
        });
        return (best as {id: string} | null)?.id ?? from.id();
    }

    private central(): string | null {
        return this.cy.nodes(":visible").max((node) => node.degree(false)).ele?.id() ?? null;
    }

    bringIntoView(id: string): void {
        const box = this.cy.getElementById(id).renderedBoundingBox({});
        const inside = box.x1 > 0 && box.y1 > 0 && box.x2 < this.cy.width() && box.y2 < this.cy.height();
        if (!inside) this.cy.center(this.cy.getElementById(id));
    }

    zoom(factor: number): void {
        this.cy.zoom({level: this.cy.zoom() * factor, renderedPosition: {x: this.cy.width() / 2, y: this.cy.height() / 2}});
    }

    /** Shows everything, or, where that would be too small to read, the middle. */
    fit(): void {
        this.cy.fit(undefined, 28);
        if (this.cy.zoom() >= readable) return;
        this.cy.zoom(readable);
        this.cy.center();
    }

    png(background: string): Promise<Blob> {
        return this.cy.png({output: "blob-promise", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: background}) as unknown as Promise<Blob>;
    }

    close(): void {
        this.cy.destroy();
    }
}

function around(origin: {x: number; y: number}, i: number, count: number): {x: number; y: number} {
    const angle = (2 * Math.PI * i) / Math.max(count, 1);
    return {x: origin.x + 120 * Math.cos(angle), y: origin.y + 120 * Math.sin(angle)};
}

// The layout throws dice. A link has to reproduce what was seen, so they always fall the same way.
function seeded(run: () => void): void {
    const random = Math.random;
    let state = 0x9e3779b9;
    Math.random = () => {
        state = (state + 0x6d2b79f5) | 0; // mulberry32
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    try {
        run();
    } finally {
        Math.random = random;
    }
}
