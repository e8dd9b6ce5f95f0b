// Which views an answer has, and which of them fits it best.
import type {ViewName} from "../base/address.js";
import {graphView} from "../graph/graph.js";
import type {Answer} from "../service/contract.js";
import type {Context, View} from "./context.js";
import {kinOf} from "./lineage_layout.js";
import {lineageView} from "./lineage.js";
import {listView, readsAsList} from "./list.js";
import {firstThing} from "./matrix_cells.js";
import {matrixView} from "./matrix.js";
import {tableView} from "./table.js";
import {valueView} from "./value.js";

export const views: Record<ViewName, {name: string; draw: (context: Context) => View}> = {
    value: {name: "Value", draw: valueView},
    matrix: {name: "Matrix", draw: matrixView},
    tree: {name: "Lineage", draw: lineageView},
    list: {name: "List", draw: listView},
    table: {name: "Table", draw: tableView},
    graph: {name: "Graph", draw: graphView},
};

/** Those that the answer has, the one that fits best first. */
export function viewsOf(answer: Answer): ViewName[] {
    const found: ViewName[] = [];
    if (answer.view === "value" && answer.rows.length === 1 && answer.columns.length === 1) found.push("value");
    if (answer.view === "matrix" && answer.rows.length > 0 && firstThing(answer) > 0 && firstThing(answer) < answer.columns.length) found.push("matrix");
    if (answer.view === "tree" && answer.rows.length > 0 && kinOf(answer) !== null) found.push("tree");
    if (readsAsList(answer)) found.push("list");
    found.push("table");
    if ((answer.graph?.nodes.length ?? 0) > 0) found.push("graph");
    return found;
}
