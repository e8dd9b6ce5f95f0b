import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import type {Download, Page} from "playwright-core";
import {eventually} from "../support/eventually.js";
import {pageTest} from "../support/suite.js";

async function exported(page: Page, item: string): Promise<{name: string; bytes: Buffer}> {
    await page.getByRole("button", {name: "Export"}).click();
    const [download]: [Download, void] = await Promise.all([page.waitForEvent("download"), page.locator(".menu").getByText(item).click()]);
    return {name: download.suggestedFilename(), bytes: await readFile(await download.path())};
}

pageTest("a link reproduces what is seen", async ({page, open}) => {
    await open("lineage of gestalt therapy", {view: "table"});
    await page.getByRole("button", {name: "year"}).click();
    await page.locator("th[aria-sort]").waitFor();
    const seen = await page.locator(".answer-table").innerText();
    const link = page.url();
    await page.goto("about:blank");
    await page.goto(link);
    await page.locator(".answer-table").waitFor();
    await eventually(async () => assert.equal(await page.locator(".answer-table").innerText(), seen));
});

pageTest("the back button leads back through views and questions", async ({page, ask}) => {
    await ask("compare CBT, gestalt therapy");
    await page.getByRole("button", {name: "Table"}).click();
    await page.locator("#answer .answer-table").waitFor();
    await ask("describe EMDR");
    await page.locator(".description").waitFor();
    await page.goBack();
    await page.locator("#answer .answer-table").waitFor();
    const box = page.getByRole("textbox", {name: "Question"});
    await eventually(async () => assert.equal(await box.innerText(), "compare CBT, gestalt therapy"));
    await page.goBack();
    await page.locator(".matrix").waitFor();
    await page.goBack();
    await page.locator(".examples").waitFor();
    await page.goForward();
    await page.locator(".matrix").waitFor();
});

pageTest("a lineage is exported as it is drawn", async ({page, ask}) => {
    await ask("lineage of DBT");
    const svg = await exported(page, "Drawing (SVG)");
    assert.equal(svg.name, "lineage-of-dbt.svg");
    assert.match(svg.bytes.toString(), /^<svg .*Mode deactivation therapy/s);
    const png = await exported(page, "Picture (PNG)");
    assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
});

pageTest("a comparison is exported as the server draws it, also as a picture", async ({page, ask}) => {
    await ask("compare CBT, gestalt therapy by theories");
    assert.match((await exported(page, "Drawing (SVG)")).bytes.toString(), /<svg /);
    assert.equal((await exported(page, "Picture (PNG)")).bytes.subarray(1, 4).toString(), "PNG");
});

pageTest("an answer is exported as a spreadsheet", async ({page, ask}) => {
    await ask("which approaches use mindfulness and treat depression?");
    const csv = await exported(page, "Spreadsheet (CSV)");
    assert.match(csv.name, /\.csv$/);
    assert.match(csv.bytes.toString(), /^approach,namely/);
});

pageTest("the theme is chosen once, and holds the next time", async ({page, open}) => {
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByLabel("Colours").selectOption("dark");
    await eventually(async () => assert.notEqual(await ground(), light));
    const dark = await ground();
    await open("describe EMDR");
    await eventually(async () => assert.equal(await ground(), dark));
});
