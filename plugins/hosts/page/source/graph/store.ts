// The nodes and relationships that the graph view shows: those of the answer, and what was expanded since.
import type {Graph, GraphNode, GraphRelationship} from "../service/contract.js";

/** More than these are no picture any more: of an answer, and with all that was expanded. */
export const mostAtFirst = 80;
const most = 250;

export class Store {
    readonly nodes = new Map<string, GraphNode>();
    readonly relationships = new Map<string, GraphRelationship>();
    readonly expanded = new Set<string>();
    leftOut = 0; // nodes that there was no room for

    /** Adds what fits, nodes with the most relationships first, and says which nodes are new. */
    add(graph: Graph, upTo = most): GraphNode[] {
        const degree = new Map<string, number>();
        for (const {start, end} of graph.relationships) for (const id of [start, end]) degree.set(id, (degree.get(id) ?? 0) + 1);
        const unknown = graph.nodes.filter(({id}) => !this.nodes.has(id));
        const room = Math.max(0, upTo - this.nodes.size);
        const ranked = unknown.length <= room ? unknown : unknown.slice().sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0));
        const added = ranked.slice(0, room);
        this.leftOut += unknown.length - added.length;
        for (const node of added) this.nodes.set(node.id, node);
        for (const relationship of graph.relationships) {
            if (this.nodes.has(relationship.start) && this.nodes.has(relationship.end)) this.relationships.set(keyOf(relationship), relationship);
        }
        return added;
    }

    name(id: string): string {
        return this.nodes.get(id)?.name ?? id;
    }

    sentence({start, verb, end}: GraphRelationship): string {
        return `${this.name(start)} ${verb} ${this.name(end)}`;
    }

    around(id: string): GraphRelationship[] {
        return [...this.relationships.values()].filter(({start, end}) => start === id || end === id);
    }
}

export function keyOf({start, type, end}: GraphRelationship): string {
    return `${start} ${type} ${end}`;
}
