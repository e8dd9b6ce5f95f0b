// What is seen is in the page's address, so that a link reproduces it and the back button leads back.

export const viewNames = ["list", "table", "matrix", "tree", "value", "graph"] as const;
export type ViewName = (typeof viewNames)[number];

export interface Place {
    q: string; // the question; empty on the first page
    view: ViewName | null; // null: the one that fits the answer
    sort: {column: number; down: boolean} | null;
    rows: "all" | "differences" | "shared"; // of a comparison
    open: string[]; // ids of the nodes that were expanded in the graph
    selected: string | null; // what is selected in the graph
    pattern: boolean; // whether the pattern is shown
}

export function placeOf(q: string): Place {
    return {q, view: null, sort: null, rows: "all", open: [], selected: null, pattern: false};
}

/** `#q=…&view=graph`: what is as usual is left out. */
export function toHash(place: Place): string {
    const parts = new URLSearchParams();
    if (place.q !== "") parts.set("q", place.q);
    if (place.view !== null) parts.set("view", place.view);
    if (place.sort !== null) parts.set("sort", `${place.sort.column}${place.sort.down ? "d" : "u"}`);
    if (place.rows !== "all") parts.set("rows", place.rows);
    for (const id of place.open) parts.append("open", id);
    if (place.selected !== null) parts.set("selected", place.selected);
    if (place.pattern) parts.set("pattern", "1");
    const text = parts.toString();
    return text === "" ? "" : `#${text}`;
}

/** Never fails: what can't be understood is as usual. */
export function fromHash(hash: string): Place {
    const parts = new URLSearchParams(hash.replace(/^#/, ""));
    const place = placeOf(parts.get("q") ?? "");
    place.view = viewNames.find((name) => name === parts.get("view")) ?? null;
    const sort = /^(\d{1,3})([ud])$/.exec(parts.get("sort") ?? "");
    if (sort) place.sort = {column: Number(sort[1]), down: sort[2] === "d"};
    const rows = parts.get("rows");
    if (rows === "differences" || rows === "shared") place.rows = rows;
    place.open = parts.getAll("open");
    place.selected = parts.get("selected");
    place.pattern = parts.get("pattern") === "1";
    return place;
}
