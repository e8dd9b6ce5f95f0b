// Answers to try views with.
import type {Answer, Value} from "../../../../plugins/hosts/page/source/service/contract.js";

export function answerOf(columns: string[], rows: Value[][], more: Partial<Answer> = {}): Answer {
    return {columns, rows, notices: [], sources: {}, statement: "q", view: "table", ...more};
}
