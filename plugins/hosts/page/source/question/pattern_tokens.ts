// The parts of a pattern that are coloured, in the question box and where a pattern is shown. Questions in English have
// no such parts.

export type TokenKind = "comment" | "string" | "number" | "label" | "keyword" | "name" | "other";

const keywords =
    "all allshortestpaths and any as asc ascending by call case collect contains count create delete desc descending detach distinct else end ends " +
    "exists explain false filter for foreach from group groups in is labeled let limit match merge not null offset on optional or " +
    "order ordinality path paths profile remove return set shortest shortestpath skip sources starts then true union unwind when where with xor yield";
const keyword = new Set(keywords.split(" "));

const rules: [TokenKind, RegExp][] = [
    ["comment", /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
    ["string", /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?/y],
    ["name", /`[^`]*`?|\$\w+/y],
    ["label", /(?<=[:|&!])\p{L}[\p{L}\p{N}_]*/uy],
    ["number", /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
    ["name", /\p{L}[\p{L}\p{N}_]*/uy],
    ["other", /[^\p{L}\d'"`/$]+|[\s\S]/uy],
];

export interface Token {
    kind: TokenKind;
    text: string;
}

export function tokensOf(pattern: string): Token[] {
    const tokens: Token[] = [];
    for (let at = 0; at < pattern.length; ) {
        for (const [kind, rule] of rules) {
            rule.lastIndex = at;
            const text = rule.exec(pattern)?.[0];
            if (!text) continue;
            const isKeyword = kind === "name" && keyword.has(text.toLowerCase()) && pattern[at - 1] !== ".";
            tokens.push({kind: isKeyword ? "keyword" : kind, text});
            at += text.length;
            break;
        }
    }
    return tokens;
}

/** Whether a statement is (or begins as) a pattern, not a question in English. */
export function isPattern(statement: string): boolean {
    return /^\s*(?:(?:explain|profile)\s+)?(?:(?:optional\s+)?match\b|unwind\b|with\s+\S+\s+as\b|return\b|call\s+[\w.]+|create\s*\(|merge\s*\(|for\s+\w+\s+in\b|let\s+\w+\s*=)/i.test(
        statement,
    );
}
