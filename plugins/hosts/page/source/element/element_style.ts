// The element's looks: what the page around it says of fonts and colours holds, the rest is here. Pages may set
// --confer-line, --confer-soft and --confer-accent.
export const elementStyle = `
:host { display: block; --line: var(--confer-line, color-mix(in srgb, currentcolor 18%, transparent)); --soft: var(--confer-soft, color-mix(in srgb, currentcolor 72%, transparent)); --accent: var(--confer-accent, LinkText); }
:host([hidden]) { display: none; }
:host([format="value"]), :host([format="value"]) .answer { display: inline; }
.meta:empty { display: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { padding: 0.3em 0.7em; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
thead th { border-block-end: 2px solid var(--line); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; }
th.group { font-weight: 600; padding-block-start: 0.9em; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.yes { font-weight: 600; }
.rejected { text-decoration: underline dotted; }
.not-recorded, .unknown, .small, .meta, .notice { color: var(--soft); }
code { font-family: inherit; font-style: italic; }
ul { margin: 0.3em 0; padding-inline-start: 1.3em; }
p { margin: 0.4em 0; }
.kind { font-weight: 600; margin-block-end: 0; }
.small, .meta, .notice, details { font-size: 0.875em; }
.meta { margin-block: 0.4em 0; }
.error { border-inline-start: 3px solid #b3261e; padding: 0.3em 0.8em; margin-block: 0.4em; }
.mark { border: 0; background: none; font: inherit; font-size: 0.75em; vertical-align: 0.35em; line-height: 1; min-width: 24px; min-height: 24px; padding: 0 0.25em; color: var(--accent); cursor: pointer; }
.mark:hover { text-decoration: underline; }
a { color: var(--accent); }
summary { cursor: pointer; }
li.cited { background: color-mix(in srgb, var(--accent) 12%, transparent); }
.source-title { display: block; overflow-wrap: anywhere; }
.source-from { color: var(--soft); }
.grade { margin-inline-start: 0.5em; }
.drawing { overflow-x: auto; }
.drawing svg { max-inline-size: 100%; block-size: auto; }
button.again { font: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
