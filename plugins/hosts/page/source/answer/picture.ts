// Pictures to take along, made from an SVG that a view draws or that the server sends.
import type {Picture} from "./context.js";

export function pictureOf(draw: () => SVGSVGElement): Picture {
    const svg = (): Promise<string> => Promise.resolve(new XMLSerializer().serializeToString(draw()));
    return {svg, png: async () => pngOf(await svg())};
}

/** The SVG's text as PNG, twice as fine as it is large. */
export async function pngOf(svg: string, scale = 2): Promise<Blob> {
    const address = URL.createObjectURL(new Blob([svg], {type: "image/svg+xml"}));
    try {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.round((image.naturalWidth || 1000) * scale));
        canvas.height = Math.max(1, Math.round((image.naturalHeight || 600) * scale));
        canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
        return await new Promise((done, fail) =>
            canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large"))), "image/png"),
        );
    } finally {
        URL.revokeObjectURL(address);
    }
}

let ruler: CanvasRenderingContext2D | null = null;

/** How wide the text is in the page's font. */
export function textWidth(text: string, size: number): number {
    ruler ??= document.createElement("canvas").getContext("2d");
    if (ruler === null) return text.length * size * 0.5;
    ruler.font = `${size}px "Source Sans 3 Variable", sans-serif`;
    return ruler.measureText(text).width;
}
