// What the server answers: docs/server.md describes it.

export type Value = null | boolean | number | string | Value[] | {[key: string]: Value};

export interface Source {
    title?: string;
    authors?: string;
    publisher?: string;
    year?: number;
    url?: string;
    quality?: string;
    weak?: boolean;
}
export type Sources = Record<string, Source>;

export interface GraphNode {
    id: string;
    name: string;
    labels: string[];
    properties: Record<string, Value>;
}

export interface GraphRelationship {
    type: string;
    verb: string;
    start: string;
    end: string;
    sources?: string[];
    properties?: Record<string, Value>;
}

export interface Graph {
    nodes: GraphNode[];
    relationships: GraphRelationship[];
}

export interface Answer {
    columns: string[];
    rows: Value[][];
    notices: string[];
    sources: Sources;
    citations?: string[][] | null; // of each row
    cell_citations?: string[][][] | null; // of each cell, in comparisons
    statement: string;
    pattern?: string | null;
    view: "table" | "matrix" | "tree" | "value";
    seconds?: number;
    version?: string;
    graph?: Graph;
}

export interface Problem {
    code?: string;
    name?: string;
    message: string;
    line?: number;
    column?: number;
    length?: number;
    hints: string[];
}

export interface Schema {
    name: string;
    version: string;
    nodes: number;
    relationships: number;
    labels: {name: string; singular: string; plural: string; count: number}[];
    relationshipTypes: {name: string; verb: string; inverse: string; count: number}[];
    examples: string[];
}

export interface Completion {
    from: number;
    to: number;
    candidates: {text: string; kind: string}[];
    more: number;
}

export interface Neighbourhood extends Graph {
    node: GraphNode;
    sources: Sources;
    more: number;
}
