// A colour and a shape for each label, the same in every answer: they go by the labels' order in the schema. The shapes
// tell the labels apart where colours don't.
import type {Schema} from "../service/contract.js";

export interface Look {
    colour: string;
    shape: "ellipse" | "round-rectangle" | "diamond" | "hexagon" | "triangle" | "pentagon" | "star" | "barrel" | "tag";
}

const light = ["#0b6e6e", "#b4541a", "#5b4bb3", "#a83259", "#2f6fb5", "#557a12", "#8a6800", "#5d6670", "#7b3fa0", "#9c4a3c"];
const dark = ["#5fc4bd", "#eb9a62", "#a99cf0", "#ea86a8", "#7fb4ee", "#a5c65a", "#d9b445", "#aab3bc", "#cf9be8", "#e39b8e"];
// One fewer than colours, so that the pairs come round late.
const shapes: Look["shape"][] = ["ellipse", "round-rectangle", "diamond", "hexagon", "pentagon", "triangle", "barrel", "tag", "star"];

export function looksOf(schema: Schema | null, labels: Iterable<string>, isDark: boolean): Map<string, Look> {
    const known = schema?.labels.map(({name}) => name) ?? [];
    const others = [...new Set(labels)].filter((label) => !known.includes(label)).sort();
    const colours = isDark ? dark : light;
    return new Map(
        [...known, ...others].map((label, i) => [
            label,
            {colour: colours[i % colours.length] ?? "#888888", shape: shapes[i % shapes.length] ?? "ellipse"},
        ]),
    );
}
