// Rows that say several things of one kind.
import type {Value} from "../service/contract.js";
import {textOf} from "./value_text.js";

export interface Group {
    kind: string;
    rows: number[];
}

/** Neighbouring rows with the same first column, together. */
export function groupsOf(rows: Value[][]): Group[] {
    const groups: Group[] = [];
    rows.forEach((row, index) => {
        const kind = textOf(row[0] ?? null);
        const last = groups.at(-1);
        if (last?.kind === kind) last.rows.push(index);
        else groups.push({kind, rows: [index]});
    });
    return groups;
}
