// How much an answer holds, as its heading says it.
import type {Answer, Schema} from "../service/contract.js";
import {kinOf} from "./lineage_layout.js";
import {readsAsList} from "./list.js";

/** "10 approaches" where the first column says what the rows are, "2 ancestors, 5 descendants" of a lineage. */
export function summaryOf(answer: Answer, schema: Schema | null): string {
    const rows = answer.rows.length;
    if (rows === 0) return "No rows";
    if (answer.view === "value" && rows === 1) return "One value";
    if (answer.view === "matrix") return counted(rows, nounOf(answer.columns.at(answer.columns[0] === "relation" ? 1 : 0), schema));
    const kin = answer.view === "tree" ? kinOf(answer) : null;
    if (kin !== null) {
        const ancestors = new Set(kin.filter(({generation}) => generation < 0).map(({name}) => name)).size;
        const descendants = new Set(kin.filter(({generation}) => generation > 0).map(({name}) => name)).size;
        const parts = [ancestors > 0 && counted(ancestors, ["ancestor", "ancestors"]), descendants > 0 && counted(descendants, ["descendant", "descendants"])];
        return parts.filter(Boolean).join(", ") || "No relatives";
    }
    if (readsAsList(answer)) return counted(rows, ["statement", "statements"]);
    return counted(rows, repeats(answer) ? null : nounOf(answer.columns[0], schema));
}

function counted(count: number, noun: [string, string] | null): string {
    const [one, many] = noun ?? ["row", "rows"];
    return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

function nounOf(column: string | undefined, schema: Schema | null): [string, string] | null {
    if (column === "component") return ["component", "components"];
    const label = schema?.labels.find(({singular}) => singular.toLowerCase() === column?.toLowerCase());
    return label ? [label.singular, label.plural] : null;
}

// "27 approaches" would be wrong where one stands in several rows.
function repeats(answer: Answer): boolean {
    return new Set(answer.rows.map((row) => JSON.stringify(row[0]))).size < answer.rows.length;
}
