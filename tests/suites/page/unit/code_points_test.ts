import assert from "node:assert/strict";
import {test} from "node:test";
import {countOf, offsetOf, rangeOf} from "../../../../plugins/hosts/page/source/base/code_points.js";

test("characters beyond the basic plane count as one", () => {
    assert.equal(countOf("a𝒳b"), 3);
    assert.equal(offsetOf("a𝒳b", 2), 3);
});

test("an offset past the end is the end", () => {
    assert.equal(offsetOf("ab", 9), 2);
});

test("an error's place is found in the line that it names", () => {
    assert.deepEqual(rangeOf("MATCH (a)\nRETURN 𝒳.nmae", 2, 10, 4), {from: 20, to: 24});
});

test("a length past the end stops at the end", () => {
    assert.deepEqual(rangeOf("abc", 1, 2, 50), {from: 1, to: 3});
});
