// The graph as it stands, as an SVG of its own.
import {svg} from "../base/element.js";
import type {Drawing} from "./drawing.js";

const room = 70;

export function graphSvg(drawing: Drawing): SVGSVGElement {
    const page = getComputedStyle(document.documentElement);
    const colour = (name: string): string => page.getPropertyValue(name).trim();
    const shown = drawing.cy.elements(":visible");
    const box = shown.boundingBox({includeLabels: true});
    const [width, height] = [Math.ceil(box.w + room), Math.ceil(box.h + room)];
    const lines = shown.edges().map((edge) => {
        const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
        const middle = edge.midpoint();
        return svg(
            "g",
            {},
            svg("title", {}, `${edge.source().data("name")} ${edge.data("verb")} ${edge.target().data("name")}`),
            svg("path", {
                // Through the point that Cytoscape drew it through.
                d: `M${from.x} ${from.y}Q${2 * middle.x - (from.x + to.x) / 2} ${2 * middle.y - (from.y + to.y) / 2} ${to.x} ${to.y}`,
                fill: "none",
                stroke: colour("--edge"),
                "stroke-width": 1.5,
                "marker-end": "url(#arrow)",
            }),
        );
    });
    const nodes = shown.nodes().map((node) => {
        const {x, y} = node.position();
        const names = wrapped(String(node.data("name")), 20).map((line, i) =>
            svg("tspan", {x, dy: i === 0 ? 0 : "1.15em"}, line),
        );
        return svg(
            "g",
            {},
            svg("title", {}, `${node.data("name")} (${node.data("label")})`),
            shape(node.style("shape"), x, y, node.style("background-color")),
            svg(
                "text",
                {x, y: y + 31, "text-anchor": "middle", "font-size": 13, fill: colour("--ink"), stroke: colour("--surface"), "stroke-width": 3, "paint-order": "stroke"},
                ...names,
            ),
        );
    });
    return svg(
        "svg",
        {
            xmlns: "http://www.w3.org/2000/svg",
            width,
            height,
            viewBox: `${box.x1 - room / 2} ${box.y1 - room / 2} ${width} ${height}`,
            "font-family": "Source Sans 3, sans-serif",
        },
        svg(
            "defs",
            {},
            svg(
                "marker",
                {id: "arrow", viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 7, markerHeight: 7, orient: "auto"},
                svg("path", {d: "M0 0L10 5L0 10z", fill: colour("--edge")}),
            ),
        ),
        svg("rect", {x: box.x1 - room / 2, y: box.y1 - room / 2, width, height, fill: colour("--surface")}),
        ...lines,
        ...nodes,
    );
}

const corners: Record<string, number> = {diamond: 4, hexagon: 6, pentagon: 5, triangle: 3, star: 5};

/** The label's shape around a point; those that SVG has no simple word for become rounded squares. */
export function shape(name: string, x: number, y: number, fill: string, r = 13): SVGElement {
    if (name === "ellipse") return svg("circle", {cx: x, cy: y, r, fill});
    const count = corners[name];
    if (count === undefined) return svg("rect", {x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: name === "round-rectangle" ? 4 : r / 1.6, fill});
    const turn = name === "hexagon" ? 0 : -Math.PI / 2;
    const points = Array.from({length: count}, (_, i) => {
        const angle = turn + (2 * Math.PI * i) / count;
        return `${(x + r * Math.cos(angle)).toFixed(1)},${(y + r * Math.sin(angle)).toFixed(1)}`;
    });
    return svg("polygon", {points: points.join(" "), fill});
}

function wrapped(text: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
    }
    return lines;
}
