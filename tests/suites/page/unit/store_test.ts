import assert from "node:assert/strict";
import {test} from "node:test";
import {Store} from "../../../../plugins/hosts/page/source/graph/store.js";

const node = (id: string) => ({id, name: id.toUpperCase(), labels: ["Thing"], properties: {}});
const uses = (start: string, end: string) => ({type: "USES", verb: "uses", start, end});

test("what is there already isn't added again", () => {
    const store = new Store();
    store.add({nodes: [node("a"), node("b")], relationships: [uses("a", "b")]});
    const added = store.add({nodes: [node("b"), node("c")], relationships: [uses("a", "b"), uses("b", "c")]});
    assert.deepEqual(added.map(({id}) => id), ["c"]);
    assert.equal(store.relationships.size, 2);
});

test("where there isn't room for all, those with the most relationships come first", () => {
    const store = new Store();
    store.add({nodes: ["a", "b", "c", "d"].map(node), relationships: [uses("b", "c"), uses("d", "c")]}, 3);
    assert.deepEqual([...store.nodes.keys()].sort(), ["b", "c", "d"]);
    assert.equal(store.leftOut, 1);
});

test("a relationship whose end isn't shown isn't either", () => {
    const store = new Store();
    store.add({nodes: ["a", "b", "c"].map(node), relationships: [uses("a", "b"), uses("a", "c"), uses("b", "a")]}, 2);
    assert.deepEqual([...store.relationships.values()].map((one) => store.sentence(one)).sort(), ["A uses B", "B uses A"]);
});
