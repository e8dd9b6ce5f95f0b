import assert from "node:assert/strict";
import {test} from "node:test";
import {compareValues} from "../../../../plugins/hosts/page/source/answer/cell.js";
import {describing, namedThings} from "../../../../plugins/hosts/page/source/answer/context.js";
import {fileName} from "../../../../plugins/hosts/page/source/answer/export.js";
import {groupsOf} from "../../../../plugins/hosts/page/source/answer/groups.js";
import {firstThing, rowIs} from "../../../../plugins/hosts/page/source/answer/matrix_cells.js";
import {summaryOf} from "../../../../plugins/hosts/page/source/answer/summary.js";
import {orderOf} from "../../../../plugins/hosts/page/source/answer/table.js";
import {textOf} from "../../../../plugins/hosts/page/source/answer/value_text.js";
import {viewsOf} from "../../../../plugins/hosts/page/source/answer/views.js";
import {followable} from "../../../../plugins/hosts/page/source/base/element.js";
import {answerOf} from "../support/answers.js";

test("rows sort by number, text and length, and what isn't there comes last both ways", () => {
    const rows = [[null], [10], [9], [null], [100]];
    assert.deepEqual(orderOf(rows, {column: 0, down: false}), [2, 1, 4, 0, 3]);
    assert.deepEqual(orderOf(rows, {column: 0, down: true}), [4, 1, 2, 0, 3]);
    assert.ok(compareValues("approach 9", "Approach 10") < 0);
    assert.ok(compareValues(["x"], ["a", "b"]) < 0);
});

test("without a wish the rows stay as the engine ordered them", () => {
    assert.deepEqual(orderOf([["b"], ["a"]], null), [0, 1]);
});

test("values are told by name, whatever they are", () => {
    const node = {$node: {id: 1, labels: ["Approach"], properties: {name: "CBT"}}};
    const rel = {$rel: {id: 1, type: "USES", start: 1, end: 2, properties: {}}};
    assert.equal(textOf(node), "CBT");
    assert.equal(textOf({$path: [node, rel, {$node: {id: 7, labels: [], properties: {}}}]}), "CBT – USES – #7");
    assert.equal(textOf({$float: "NaN"}), "NaN");
    assert.equal(textOf({$map: {$node: 1}}), "$node: 1");
    assert.equal(textOf(["a", 1, true]), "a, 1, true");
});

test("neighbouring rows of one kind are one group", () => {
    assert.deepEqual(
        groupsOf([["uses", 1], ["uses", 2], ["treats", 3], ["uses", 4]]).map(({kind, rows}) => [kind, rows.length]),
        [["uses", 2], ["treats", 1], ["uses", 1]],
    );
});

test("a comparison's things begin where all cells are findings", () => {
    const matrix = answerOf(["relation", "component", "A"], [["uses", "yes", "yes"], ["uses", "x", "unknown"]]);
    assert.equal(firstThing(matrix), 2);
    assert.equal(rowIs(["x", "yes", "yes"], 1), "shared");
    assert.equal(rowIs(["x", "yes", "unknown"], 1), "differences");
});

test("an answer has the views that it can be looked at in, the best first", () => {
    assert.deepEqual(viewsOf(answerOf(["n"], [[3]], {view: "value"})), ["value", "table"]);
    assert.deepEqual(viewsOf(answerOf(["component", "A"], [["x", "yes"]], {view: "matrix"})), ["matrix", "table"]);
    const graph = {nodes: [{id: "a", name: "A", labels: [], properties: {}}], relationships: []};
    assert.deepEqual(viewsOf(answerOf(["approach"], [["A"]], {graph})), ["table", "graph"]);
    const description = [["uses", 1], ["uses", 2], ["uses", 3], ["treats", 4], ["treats", 5]];
    assert.deepEqual(viewsOf(answerOf(["relation", "name"], description)), ["list", "table"]);
});

test("an answer's heading counts what it holds", () => {
    const schema = {
        name: "", version: "", nodes: 0, relationships: 0, relationshipTypes: [], examples: [],
        labels: [{name: "Approach", singular: "approach", plural: "approaches", count: 2}],
    };
    assert.equal(summaryOf(answerOf(["approach"], [["A"], ["B"]]), schema), "2 approaches");
    assert.equal(summaryOf(answerOf(["approach", "other"], [["A", "B"], ["A", "C"]]), schema), "2 rows");
});

test("names that could be misread are quoted when they are asked for", () => {
    assert.equal(describing("Gestalt therapy"), "describe Gestalt therapy");
    assert.equal(describing("Acceptance and commitment therapy"), 'describe "Acceptance and commitment therapy"');
    assert.equal(describing('The "cure"'), 'describe "The \\"cure\\""');
});

test("a name that two things have leads nowhere", () => {
    const node = (id: string, name: string) => ({id, name, labels: [], properties: {}});
    const graph = {nodes: [node("1", "EFT"), node("2", "EFT"), node("3", "CBT")], relationships: []};
    assert.deepEqual([...namedThings(answerOf([], [], {graph})).keys()], ["CBT"]);
});

test("only addresses on the web are followed", () => {
    assert.equal(followable("https://example.org/a b"), "https://example.org/a%20b");
    for (const address of ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//example.org", "https://[", undefined]) {
        assert.equal(followable(address), null);
    }
});

test("files are named after the question", () => {
    assert.equal(fileName("Which approaches use <mindfulness>?"), "which-approaches-use-mindfulness");
});
