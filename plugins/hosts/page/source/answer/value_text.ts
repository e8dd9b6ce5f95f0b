// A value of an answer as plain text.
import type {Value} from "../service/contract.js";

function isObject(value: Value): value is {[key: string]: Value} {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A node goes by its name, a relationship by its type, a path by both in turn. */
export function textOf(value: Value): string {
    if (value === null) return "";
    if (Array.isArray(value)) return value.map(textOf).join(", ");
    if (!isObject(value)) return String(value);
    if (isObject(value.$node ?? null)) return nodeText(value.$node as {[key: string]: Value});
    if (isObject(value.$rel ?? null)) return String((value.$rel as {[key: string]: Value}).type);
    if (Array.isArray(value.$path)) return value.$path.map(textOf).join(" – ");
    if (value.$float !== undefined) return textOf(value.$float);
    return Object.entries(isObject(value.$map ?? null) ? (value.$map as {[key: string]: Value}) : value)
        .map(([key, part]) => `${key}: ${textOf(part)}`)
        .join(", ");
}

function nodeText(node: {[key: string]: Value}): string {
    const properties = node.properties as {[key: string]: Value};
    return String(properties.name ?? properties.title ?? properties.id ?? `#${String(node.id)}`);
}
