// The engine counts code points, the browser counts UTF-16 units.

export function countOf(text: string): number {
    let count = 0;
    for (const _ of text) ++count;
    return count;
}

/** The UTF-16 offset of the code point that has `index` before it; the end of the text when there are fewer. */
export function offsetOf(text: string, index: number): number {
    let offset = 0;
    for (const point of text) {
        if (index-- <= 0) break;
        offset += point.length;
    }
    return offset;
}

/** UTF-16 offsets of a place that an error names: line and column from 1, length in code points. */
export function rangeOf(text: string, line: number, column: number, length: number): {from: number; to: number} {
    let start = 0;
    for (; line > 1; --line) {
        const end = text.indexOf("\n", start);
        if (end < 0) break;
        start = end + 1;
    }
    const from = start + offsetOf(text.slice(start), column - 1);
    return {from, to: from + offsetOf(text.slice(from), Math.max(length, 0))};
}
