import assert from "node:assert/strict";
import {test} from "node:test";
import {fromHash, placeOf, toHash} from "../../../../plugins/hosts/page/source/base/address.js";

test("a place and its address are each other's inverse", () => {
    const place = {
        ...placeOf('compare "CBT & co", gestalt therapy #1?'),
        view: "graph" as const,
        sort: {column: 2, down: true},
        rows: "differences" as const,
        open: ["a-b", "ü"],
        selected: "a-b USES c",
        pattern: true,
    };
    assert.deepEqual(fromHash(toHash(place)), place);
});

test("what is as usual is left out of the address", () => {
    assert.equal(toHash(placeOf("which approaches use mindfulness?")), "#q=which+approaches+use+mindfulness%3F");
    assert.equal(toHash(placeOf("")), "");
});

test("what can't be understood in an address is as usual", () => {
    assert.deepEqual(fromHash("#q=x&view=pie&sort=z&rows=none&pattern=2&more=1"), placeOf("x"));
});
