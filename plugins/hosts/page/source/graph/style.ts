// How Cytoscape.js draws: the page's colours, a shape for each label.
import type {StylesheetJson} from "cytoscape";
import type {Look} from "./palette.js";

export function graphStyle(looks: Map<string, Look>): StylesheetJson {
    const page = getComputedStyle(document.documentElement);
    const colour = (name: string): string => page.getPropertyValue(name).trim();
    const style: StylesheetJson = [
        {
            selector: "node",
            style: {
                width: 26,
                height: 26,
                "border-width": 2,
                "border-color": colour("--surface"),
                label: "data(name)",
                color: colour("--ink"),
                "font-family": '"Source Sans 3 Variable", sans-serif',
                "font-size": 14.5,
                "text-valign": "bottom",
                "text-margin-y": 5,
                "text-wrap": "wrap",
                "text-max-width": "130px",
                "text-background-color": colour("--surface"),
                "text-background-opacity": 0.8,
                "text-background-padding": "1px",
                "min-zoomed-font-size": 7,
                "overlay-opacity": 0,
            },
        },
        {
            selector: "edge",
            style: {
                width: 1.5,
                "line-color": colour("--edge"),
                "target-arrow-color": colour("--edge"),
                "target-arrow-shape": "triangle",
                "arrow-scale": 0.9,
                "curve-style": "bezier",
                "overlay-opacity": 0,
                color: colour("--ink-soft"),
                "font-family": '"Source Sans 3 Variable", sans-serif',
                "font-size": 11,
                "text-rotation": "autorotate",
                "text-background-color": colour("--surface"),
                "text-background-opacity": 0.9,
                "text-background-padding": "2px",
            },
        },
        // Verbs of few relationships, else of those beside what is selected: more would cover the drawing.
        {selector: "edge.few, edge.near", style: {label: "data(verb)"}},
        {selector: ".far", style: {opacity: 0.38}},
        {selector: "edge.near", style: {width: 2, "line-color": colour("--ink-soft"), "target-arrow-color": colour("--ink-soft")}},
        {
            selector: "node:selected",
            style: {width: 34, height: 34, "border-width": 4, "border-color": colour("--ink"), "text-margin-y": 8},
        },
        {selector: "edge:selected", style: {width: 4, "line-color": colour("--accent"), "target-arrow-color": colour("--accent")}},
        {selector: ".hidden-label", style: {display: "none"}},
    ];
    for (const [label, look] of looks) {
        style.push({selector: `node[label = "${CSS.escape(label)}"]`, style: {"background-color": look.colour, shape: look.shape}});
    }
    return style;
}
