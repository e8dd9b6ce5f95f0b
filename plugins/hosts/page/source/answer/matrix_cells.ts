// A comparison's cells: four words, of which two are easily mistaken for each other. Unknown is not no.
import type {Answer, Value} from "../service/contract.js";

export const findings = ["yes", "rejected", "not recorded", "unknown"] as const;
export type Finding = (typeof findings)[number];

export const meanings: Record<Finding, string> = {
    yes: "a source says so",
    rejected: "a source says that it does without",
    "not recorded": "looked for, and no source found that says so",
    unknown: "nobody has looked; unknown is not no",
};

export const signs: Record<Finding, string> = {yes: "✓", rejected: "✕", "not recorded": "·", unknown: "?"};

export function findingOf(value: Value | undefined): Finding | null {
    return findings.find((finding) => finding === value) ?? null;
}

/** The first column that holds findings; those before it name the row. */
export function firstThing(answer: Answer): number {
    const column = answer.columns.findIndex((_, i) => answer.rows.every((row) => findingOf(row[i]) !== null));
    return column < 0 ? answer.columns.length : column;
}

/** Whether all things of a row agree that it is so, or don't. */
export function rowIs(row: Value[], first: number): "shared" | "differences" {
    return row.slice(first).every((value) => value === "yes") ? "shared" : "differences";
}
