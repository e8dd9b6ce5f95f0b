// The lineage on its axis of years. Names are an ordinary list of links, laid over a drawing of the lines.
import {el, svg, unseen} from "../base/element.js";
import {nameOf} from "./cell.js";
import type {Context, View} from "./context.js";
import {axisHeight, kinOf, layOut, rowHeight, type Layout, type Placed} from "./lineage_layout.js";
import {pictureOf, textWidth} from "./picture.js";

export function lineageView(context: Context): View {
    const kin = kinOf(context.answer) ?? [];
    const longest = Math.max(0, ...kin.map(({name}) => textWidth(name, 16))) + 110;
    const frame = el("div", {class: "lineage"});
    const region = el("div", {class: "scroll", role: "region", tabindex: 0, "aria-label": "Lineage on an axis of years"}, frame);

    const draw = (): void => {
        const layout = layOut(kin, Math.max(150, region.clientWidth - longest));
        frame.style.width = `${layout.plot + longest}px`;
        frame.style.height = `${layout.height}px`;
        const drawing = svg("svg", {class: "lineage-lines", width: layout.plot + longest, height: layout.height, "aria-hidden": "true"});
        drawing.append(...linesOf(layout, layout.plot + longest));
        frame.replaceChildren(drawing, el("ol", {}, ...layout.placed.map((one) => entry(one, context))));
    };
    let width = 0;
    const watch = new ResizeObserver(() => {
        if (region.clientWidth === width) return;
        width = region.clientWidth;
        draw();
    });
    const undated = kin.some(({year}) => year === null);
    return {
        element: el(
            "div",
            {},
            region,
            undated && el("p", {class: "quiet"}, "○ The year isn’t recorded: it stands beside its next of kin."),
        ),
        picture: pictureOf(() => alone(layOut(kin, 640), 640 + longest)),
        shown: () => {
            draw();
            watch.observe(region);
        },
        close: () => watch.disconnect(),
    };
}

function entry(one: Placed, context: Context): HTMLElement {
    const {footnotes, answer} = context;
    const relation = one.generation === 0 ? "" : one.generation < 0 ? "ancestor" : "descendant";
    const steps = Math.abs(one.generation);
    const item = el(
        "li",
        {class: one.generation === 0 ? "self" : undefined},
        relation && unseen(`${relation}, ${steps} ${steps === 1 ? "step" : "steps"}${one.via && steps > 1 ? ` via ${one.via}` : ""}: `),
        nameOf(one.name, context),
        el("span", {class: "year"}, one.year === null ? unseen(", year not recorded") : ` ${one.year}`),
        " ",
        footnotes.mark(answer.citations?.[one.row] ?? [], `${one.name}${one.via ? `, by way of ${one.via}` : ""}`),
    );
    item.style.left = `${one.x + 12}px`;
    item.style.top = `${one.y - rowHeight / 2}px`;
    return item;
}

function linesOf(layout: Layout, width: number): SVGElement[] {
    const grid = layout.ticks.flatMap(({year, x}) => [
        svg("line", {class: "grid", x1: x, x2: x, y1: axisHeight - 8, y2: layout.height, stroke: "#d9d5cc"}),
        svg("text", {class: "tick", x, y: 20, "text-anchor": "middle", "font-size": 13, fill: "#555c63"}, String(year)),
    ]);
    const axis = svg("line", {class: "axis", x1: 0, x2: width, y1: axisHeight - 8, y2: axisHeight - 8, stroke: "#b9b4a8"});
    const lines = layout.placed.flatMap((one) => (one.towards ? [lineBetween(one, one.towards)] : []));
    const dots = layout.placed.map((one) =>
        svg("circle", {
            class: `dot${one.generation === 0 ? " self" : ""}${one.year === null ? " undated" : ""}`,
            cx: one.x,
            cy: one.y,
            r: one.generation === 0 ? 7 : 5,
            fill: one.year === null ? "#ffffff" : one.generation === 0 ? "#b4541a" : "#0b5d5e",
            stroke: one.generation === 0 ? "#b4541a" : "#0b5d5e",
            "stroke-width": 2,
        }),
    );
    return [...grid, axis, ...lines, ...dots];
}

// Down from the older, then across to the younger, with a round corner.
function lineBetween(one: Placed, other: Placed): SVGElement {
    const [older, younger] = one.y < other.y ? [one, other] : [other, one];
    const across = younger.x - older.x;
    const corner = Math.min(8, Math.abs(across)) * Math.sign(across);
    const d = `M${older.x} ${older.y}V${younger.y - Math.abs(corner)}q0 ${Math.abs(corner)} ${corner} ${Math.abs(corner)}H${younger.x}`;
    return svg("path", {class: "line", d, fill: "none", stroke: "#8fa9a7", "stroke-width": 1.5});
}

/** As a picture of its own, with the names in it. */
function alone(layout: Layout, width: number): SVGSVGElement {
    const names = layout.placed.map((one) =>
        svg(
            "text",
            {x: one.x + 13, y: one.y + 5, "font-size": 16, fill: "#1c2024", "font-weight": one.generation === 0 ? 700 : 400},
            one.name,
            svg("tspan", {fill: "#555c63", "font-size": 14}, one.year === null ? "" : `  ${one.year}`),
        ),
    );
    return svg(
        "svg",
        {xmlns: "http://www.w3.org/2000/svg", width, height: layout.height, viewBox: `0 0 ${width} ${layout.height}`, "font-family": "Source Sans 3, sans-serif"},
        svg("rect", {width, height: layout.height, fill: "#ffffff"}),
        ...linesOf(layout, width),
        ...names,
    );
}
