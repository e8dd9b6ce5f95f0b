import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";
import {eventually} from "../support/eventually.js";
import {pageTest} from "../support/suite.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
    id: string;
    nodes: {html: string; failureSummary: string}[];
}

/** Holds the page to every rule that axe-core has for WCAG 2.2 up to AA, and to its best practices. */
async function nothingStandsInTheWay(page: Page): Promise<void> {
    await page.evaluate(axe);
    await eventually(async () => assert.deepEqual(await violations(page), []));
}

async function violations(page: Page): Promise<string[]> {
    const found = await page.evaluate(async () => {
        const {axe: checker} = window as unknown as {axe: {run: (root: Document, options: object) => Promise<{violations: Violation[]}>}};
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
        return (await checker.run(document, {runOnly: tags})).violations;
    });
    return found.flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html}\n${failureSummary}`));
}

const places: [string, string, Record<string, string>][] = [
    ["a table", "which approaches use mindfulness and treat depression?", {pattern: "1"}],
    ["a table with many columns", "why does CBT use exposure?", {}],
    ["a matrix", "compare CBT, EMDR, gestalt therapy", {}],
    ["a lineage", "lineage of gestalt therapy", {}],
    ["a description", "describe gestalt therapy", {}],
    ["a value", "how many approaches treat insomnia?", {}],
    ["a graph", "what does family systems therapy combine?", {view: "graph", selected: "family-systems-therapy"}],
    ["an error", "which approaches use mindfullness?", {}],
];

// What comes after the answer is there too.
async function settled(page: Page, more: Record<string, string>): Promise<void> {
    if (more.view === "graph") await page.locator(".graph-side h3").waitFor();
    if (more.pattern) await page.locator(".understood", {hasText: "."}).waitFor();
}

for (const colorScheme of ["light", "dark"] as const) {
    pageTest(`nothing stands in anybody's way on the first page (${colorScheme})`, async ({page}) => {
        await page.locator(".examples a").first().waitFor();
        await nothingStandsInTheWay(page);
    }, {colorScheme});
    for (const [name, q, more] of places) {
        pageTest(`nothing stands in anybody's way in ${name} (${colorScheme})`, async ({page, open}) => {
            await open(q, more);
            await settled(page, more);
            if (more.view === "graph") await page.locator(".graph-as-table summary").click();
            await nothingStandsInTheWay(page);
        }, {colorScheme});
    }
    pageTest(`nothing stands in anybody's way in panels and completion (${colorScheme})`, async ({page, open}) => {
        await open("which approaches use mindfulness and treat depression?");
        await page.locator(".mark").first().click();
        await page.getByRole("dialog", {name: "Sources"}).waitFor();
        await nothingStandsInTheWay(page);
        await page.keyboard.press("Escape");
        await page.getByRole("button", {name: "Export"}).click();
        await page.locator(".menu").getByText("Spreadsheet (CSV)").waitFor();
        await nothingStandsInTheWay(page);
        await page.keyboard.press("Escape");
        await page.getByRole("textbox", {name: "Question"}).click();
        await page.keyboard.press("Control+a");
        await page.keyboard.type("which approaches use mind");
        await page.locator(".cm-tooltip-autocomplete [role=option]").first().waitFor();
        await nothingStandsInTheWay(page);
    }, {colorScheme});
}

pageTest("everything works by keyboard alone", async ({page}) => {
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    const tabTo = async (text: RegExp): Promise<void> => {
        for (let i = 0; i < 60; ++i) {
            if (text.test(await focused())) return;
            await page.keyboard.press("Tab");
        }
        assert.fail(`Tab never came to ${text}`);
    };
    await page.locator(".examples").waitFor();
    await page.keyboard.type("compare CBT, gestalt therapy");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.locator(".matrix").waitFor();
    await tabTo(/^Table$/);
    await page.keyboard.press("Enter");
    await page.locator(".answer-table").waitFor();
    await eventually(async () => assert.equal(await focused(), "Table"));
    await tabTo(/^Show the pattern$/);
    await page.keyboard.press("Enter");
    await page.locator(".pattern").waitFor();
    await tabTo(/^sources? \d/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", {name: "Sources"}).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", {name: "Sources"}).waitFor({state: "hidden"});
    await eventually(async () => assert.match(await focused(), /^sources? \d/));
});

for (const [name, q, more] of places) {
    pageTest(`on a phone, ${name} fits the width`, async ({page, open}) => {
        await open(q, more);
        await settled(page, more);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok((content ?? 0) <= (window ?? 0), `${content} in ${window}`);
    }, {viewport: {width: 360, height: 740}, isMobile: true, hasTouch: true});
}
