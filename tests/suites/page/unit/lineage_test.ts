import assert from "node:assert/strict";
import {test} from "node:test";
import {inOrder, kinOf, layOut, type Kin} from "../../../../plugins/hosts/page/source/answer/lineage_layout.js";
import {answerOf} from "../support/answers.js";

const lineage = answerOf(
    ["lineage", "generation", "approach", "year", "via"],
    [
        ["ancestor", -2, "Great", 1900, "Grand"],
        ["ancestor", -1, "Grand", 1920, "Self"],
        ["ancestor", -1, "Other", null, "Self"],
        ["itself", 0, "Self", 1950, null],
        ["descendant", 1, "Child", 1970, "Self"],
        ["descendant", 2, "Grandchild", 1990, "Child"],
        ["descendant", 1, "Second", null, "Self"],
    ],
);
const kin = kinOf(lineage) as Kin[];

test("an answer without generations is no lineage", () => {
    assert.equal(kinOf(answerOf(["approach", "year"], [["x", 1]])), null);
});

test("ancestors stand above, each below its own; descendants below, each branch together", () => {
    assert.deepEqual(
        inOrder(kin).map((branch) => branch.kin.name),
        ["Great", "Grand", "Other", "Self", "Child", "Grandchild", "Second"],
    );
});

test("lines lead to the next of kin", () => {
    const {placed} = layOut(kin, 400);
    const towards = new Map(placed.map((one) => [one.name, one.towards?.name]));
    assert.equal(towards.get("Great"), "Grand");
    assert.equal(towards.get("Grandchild"), "Child");
    assert.equal(towards.get("Self"), undefined);
});

test("later years stand further to the right", () => {
    const at = new Map(layOut(kin, 400).placed.map((one) => [one.name, one.x]));
    const dated = ["Great", "Grand", "Self", "Child", "Grandchild"].map((name) => at.get(name) ?? NaN);
    assert.deepEqual(dated, dated.slice().sort((a, b) => a - b));
});

test("what has no year stands beside its next of kin, on the side where it belongs", () => {
    const at = new Map(layOut(kin, 400).placed.map((one) => [one.name, one.x]));
    assert.ok((at.get("Second") ?? NaN) > (at.get("Self") ?? NaN));
    assert.ok((at.get("Other") ?? NaN) < (at.get("Self") ?? NaN));
});

test("a lineage without any year is drawn, without an axis", () => {
    const undated = kin.map((one) => ({...one, year: null}));
    const {placed, ticks} = layOut(undated, 300);
    assert.equal(ticks.length, 0);
    assert.ok(placed.every(({x}) => Number.isFinite(x)));
});
