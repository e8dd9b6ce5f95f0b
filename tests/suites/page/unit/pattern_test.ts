import assert from "node:assert/strict";
import {test} from "node:test";
import {isPattern, tokensOf} from "../../../../plugins/hosts/page/source/question/pattern_tokens.js";

test("the parts of a pattern, put together, are the pattern", () => {
    const pattern = "MATCH (a:Approach|`odd label` {id: 'x\\'y'})-[:USES*1..3]->(t) // why\nWHERE a.year >= 1.5e3 AND $p = \"ü\" RETURN count(*)";
    assert.equal(tokensOf(pattern).map(({text}) => text).join(""), pattern);
});

test("keywords, labels, texts and numbers are told apart", () => {
    const kinds = tokensOf("MATCH (a:Approach) WHERE a.year > 1950 RETURN 'x'").filter(({kind}) => kind !== "other" && kind !== "name");
    assert.deepEqual(
        kinds.map(({kind, text}) => `${kind} ${text}`),
        ["keyword MATCH", "label Approach", "keyword WHERE", "number 1950", "keyword RETURN", "string 'x'"],
    );
});

test("a text that isn't closed is a text to the end", () => {
    assert.deepEqual(tokensOf("'open").map(({kind}) => kind), ["string"]);
});

test("questions in English aren't patterns", () => {
    for (const q of ["which approaches match?", "describe gestalt therapy", "for anxiety", "create", "call"]) assert.equal(isPattern(q), false, q);
    for (const q of ["MATCH (a) RETURN a", " explain match (a)", "UNWIND [1] AS x", "CALL db.labels()", "return 1"]) assert.equal(isPattern(q), true, q);
});
