// The server's drawing, put into the page as elements, so that no rule about images or styles is in its way. Only
// what draws is taken over: nothing that runs, loads, or leads anywhere but to the web.
import {followable} from "../base/element.js";

const svgNamespace = "http://www.w3.org/2000/svg";

const elements = new Set(
    ("svg g defs marker clipPath title desc path rect circle ellipse line polyline polygon text tspan textPath a " +
        "pattern linearGradient radialGradient stop").split(" "),
);
const attributes = new Set(
    ("aria-label aria-labelledby aria-hidden class clip-path cx cy d dir direction dominant-baseline dx dy fill fill-opacity font-family font-size " +
        "font-style font-weight gradientTransform gradientUnits height id letter-spacing marker-end marker-height marker-mid marker-start markerHeight " +
        "markerUnits markerWidth offset opacity orient paint-order pathLength patternTransform patternUnits points preserveAspectRatio r refX refY " +
        "role rotate rx ry stop-color stop-opacity stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor " +
        "textLength transform unicode-bidi viewBox width x x1 x2 y y1 y2").split(" "),
);

export interface Drawn {
    picture: SVGElement;
    styles: CSSStyleSheet | null;
}

/** Null when the text is no drawing. */
export function drawn(text: string): Drawn | null {
    // The policy would be asked about style elements even while the text is read.
    const rules: string[] = [];
    const plain = text.replace(/<style>([^<]*)<\/style>/g, (_, rule: string) => {
        rules.push(rule);
        return "";
    });
    const source = new DOMParser().parseFromString(plain, "image/svg+xml").documentElement;
    if (source.namespaceURI !== svgNamespace || source.localName !== "svg") return null;
    const picture = copied(source);
    return picture === null ? null : {picture, styles: styleOf(rules.join("\n"))};
}

function copied(source: Element): SVGElement | null {
    if (source.namespaceURI !== svgNamespace || !elements.has(source.localName)) return null;
    const element = document.createElementNS(svgNamespace, source.localName) as SVGElement;
    for (const {name, value} of source.attributes) {
        // Within the drawing only: url(#arrow), not url(https://…).
        if (attributes.has(name) && !/url\s*\(\s*(?!['"]?#)/i.test(value)) element.setAttribute(name, value);
    }
    if (source.localName === "a") {
        const href = followable(source.getAttribute("href") ?? undefined);
        if (href !== null) element.setAttribute("href", href);
        element.setAttribute("target", "_blank");
        element.setAttribute("rel", "noopener noreferrer");
    }
    for (const child of source.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) element.append(child.textContent ?? "");
        else if (child instanceof Element) {
            const copy = copied(child);
            if (copy !== null) element.append(copy);
        }
    }
    return element;
}

// Its colours for dark pages; styles that would load something are left.
function styleOf(text: string): CSSStyleSheet | null {
    if (text === "" || /url\s*\(|@import|\\/i.test(text)) return null;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
}
