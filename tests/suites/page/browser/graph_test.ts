import assert from "node:assert/strict";
import type {Page} from "playwright-core";
import {readFile} from "node:fs/promises";
import {eventually} from "../support/eventually.js";
import {pageTest} from "../support/suite.js";

const q = "what does family systems therapy combine?";

async function drawn(page: Page): Promise<void> {
    await page.locator(".graph-canvas canvas").first().waitFor();
    await page.locator(".graph-as-table summary").waitFor();
}

function countOf(page: Page): Promise<number> {
    return page.locator(".graph-as-table tbody tr").count();
}

// Once a node was expanded, its neighbours are among what is shown.
async function moreThan(page: Page, before: number): Promise<void> {
    await page.locator(".graph-side", {hasText: "Its neighbours are shown"}).waitFor();
    await eventually(async () => assert.ok((await countOf(page)) > before));
}

pageTest("the graph has a legend, a drawing, and a table that says the same", async ({page, open}) => {
    await open(q, {view: "graph"});
    await drawn(page);
    await page.getByRole("button", {name: "1 approach"}).waitFor();
    await page.locator(".graph-as-table summary").click();
    await page.getByRole("row", {name: /Family systems therapy.*Cybernetics/}).waitFor();
});

pageTest("what is selected shows its sources, and who says so can be followed", async ({page, open}) => {
    await open("which approaches use mindfulness and treat depression?", {view: "graph"});
    await drawn(page);
    await page.locator(".graph-as-table summary").click();
    await page.getByRole("row", {name: /Acceptance and commitment therapy.*Mindfulness/}).getByRole("button").nth(1).click();
    await page.locator(".graph-side h3", {hasText: "Acceptance and commitment therapy uses Mindfulness"}).waitFor();
    const link = page.locator(".graph-side .source-title a").first();
    assert.match((await link.getAttribute("href")) ?? "", /^https?:/);
});

pageTest("by keyboard: a node is chosen with the arrows and expanded with Enter", async ({page, open}) => {
    await open(q, {view: "graph"});
    await drawn(page);
    const before = await countOf(page);
    await page.locator(".graph-canvas").focus();
    await page.keyboard.press("ArrowDown");
    await page.locator(".graph-side h3").waitFor();
    await page.keyboard.press("Enter");
    await moreThan(page, before);
    await page.keyboard.press("Escape");
    await page.getByText("Select a node or a line").waitFor();
});

pageTest("by mouse: a click selects a node, a double click expands it", async ({page, open}) => {
    await open(q, {view: "graph"});
    await drawn(page);
    const before = await countOf(page);
    // Cytoscape keeps itself where it draws; only it knows where a node stands.
    const position = await page.locator(".graph-canvas").evaluate((canvas) => {
        type Drawn = {cy: {getElementById: (id: string) => {renderedPosition: () => {x: number; y: number}}}};
        return (canvas as unknown as {_cyreg: Drawn})._cyreg.cy.getElementById("cybernetics").renderedPosition();
    });
    await page.locator(".graph-canvas").click({position});
    await page.locator(".graph-side h3", {hasText: "Cybernetics"}).waitFor();
    await page.locator(".graph-canvas").dblclick({position});
    await moreThan(page, before);
});

pageTest("a button expands what is selected", async ({page, open}) => {
    await open(q, {view: "graph", selected: "cybernetics"});
    await drawn(page);
    const before = await countOf(page);
    await page.locator(".graph-side").getByRole("button", {name: "Expand"}).click();
    await moreThan(page, before);
});

pageTest("what is being expanded isn't expanded twice", async ({page, open}) => {
    await open(q, {view: "graph", selected: "cybernetics"});
    await drawn(page);
    const asked: string[] = [];
    page.on("request", (request) => void (request.url().includes("/api/node/") && asked.push(request.url())));
    await page.locator(".graph-canvas").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.locator(".graph-side", {hasText: "Its neighbours are shown"}).waitFor();
    assert.equal(asked.length, 1);
});

pageTest("a link reproduces what was expanded and selected", async ({page, open}) => {
    await open(q, {view: "graph"});
    await drawn(page);
    await page.locator(".graph-canvas").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".graph-side", {hasText: "Its neighbours are shown"}).waitFor();
    const [count, side, link] = [await countOf(page), await page.locator(".graph-side").innerText(), page.url()];
    await page.goto("about:blank");
    await page.goto(link);
    await page.locator(".graph-side", {hasText: "Its neighbours are shown"}).waitFor();
    await eventually(async () => assert.equal(await countOf(page), count));
    await eventually(async () => assert.equal(await page.locator(".graph-side").innerText(), side));
});

pageTest("a label can be hidden and shown again", async ({page, open}) => {
    await open(q, {view: "graph"});
    await drawn(page);
    const label = page.locator(".graph-labels button").first();
    for (const isShown of ["false", "true"]) {
        await label.click();
        await eventually(async () => assert.equal(await label.getAttribute("aria-pressed"), isShown));
    }
});

for (const [item, begins] of [["Drawing (SVG)", "<svg"], ["Picture (PNG)", "\x89PNG"]] as const) {
    pageTest(`the graph is exported as it stands: ${item}`, async ({page, open}) => {
        await open(q, {view: "graph"});
        await drawn(page);
        await page.getByRole("button", {name: "Export"}).click();
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".menu").getByText(item).click()]);
        const bytes = await readFile(await download.path());
        assert.ok(bytes.toString("latin1").startsWith(begins));
        if (begins === "<svg") assert.match(bytes.toString(), /Family systems therapy draws on Cybernetics/);
    });
}
