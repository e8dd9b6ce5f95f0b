import assert from "node:assert/strict";
import type {Page} from "playwright-core";
import {eventually} from "../support/eventually.js";
import {pageTest} from "../support/suite.js";

function boxHolds(page: Page, q: string): Promise<void> {
    return eventually(async () => assert.equal(await page.getByRole("textbox", {name: "Question"}).innerText(), q));
}

pageTest("the first page offers questions, and a click asks one", async ({page}) => {
    const example = page.locator(".examples a").first();
    const q = await example.innerText();
    await example.click();
    await page.locator(".answer-head h2").waitFor();
    await boxHolds(page, q);
    assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).get("q"), q);
});

pageTest("a question is answered with a table, and each row says who says so", async ({page, ask}) => {
    await ask("which approaches use mindfulness and treat depression?");
    assert.match(await page.locator(".answer-head h2").first().innerText(), /^\d+ approaches$/);
    const row = page.getByRole("row", {name: /Mindfulness-based cognitive therapy/});
    await row.getByRole("button", {name: /sources/}).click();
    const link = page.getByRole("dialog", {name: "Sources"}).getByRole("link").first();
    assert.match((await link.getAttribute("href")) ?? "", /^https?:/);
    assert.match((await link.getAttribute("rel")) ?? "", /noopener/);
});

pageTest("words and names are completed", async ({page}) => {
    const box = page.getByRole("textbox", {name: "Question"});
    await box.click();
    await page.keyboard.type("which approaches use mindful");
    await page.getByRole("option", {name: /^Mindfulness/}).first().waitFor();
    await page.keyboard.press("Tab");
    await boxHolds(page, "which approaches use Mindfulness");
});

pageTest("a Tab while the list is being renewed takes what the new list begins with", async ({page}) => {
    const box = page.getByRole("textbox", {name: "Question"});
    await box.click();
    await page.keyboard.type("which approaches use mo");
    await page.getByRole("option", {name: /^Motivational/}).first().waitFor();
    let renew = (): void => undefined;
    const renewed = new Promise<void>((done) => (renew = done));
    await page.route("**/api/complete*", async (route) => {
        await renewed;
        await route.continue();
    });
    await page.keyboard.type("de");
    await page.keyboard.press("Tab");
    renew();
    await boxHolds(page, "which approaches use Modeling");
    assert.ok(await box.evaluate((element) => element.matches(":focus")));
});

pageTest("a list that comes after the question was asked stays away", async ({page}) => {
    let come = (): void => undefined;
    const coming = new Promise<void>((done) => (come = done));
    await page.route("**/api/complete*", async (route) => {
        await coming;
        await route.continue();
    });
    await page.getByRole("textbox", {name: "Question"}).click();
    const asked = page.waitForRequest("**/api/complete*");
    await page.keyboard.type("which approaches use mindfulnes");
    await asked;
    await page.getByRole("button", {name: "Ask", exact: true}).click();
    await page.locator(".answer-head h2, .problem").waitFor();
    const arrived = page.waitForResponse("**/api/complete*");
    come();
    await (await arrived).finished();
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    assert.equal(await page.locator(".cm-tooltip-autocomplete").count(), 0);
});

pageTest("an error is underlined where it is, and what was meant can be taken with a click", async ({page, ask}) => {
    await ask("which approaches use mindfullness?");
    assert.equal(await page.locator(".wrong").innerText(), "mindfullness");
    await page.getByRole("alert").getByText(/No technique is called/).waitFor();
    await page.getByRole("button", {name: "mindfulness", exact: true}).click();
    await boxHolds(page, "which approaches use mindfulness?");
    await page.locator(".wrong").waitFor({state: "detached"});
    await page.keyboard.press("Enter");
    await page.locator(".answer-head h2").waitFor();
});

pageTest("an error in the second line is underlined there, past letters that count as one", async ({page, ask}) => {
    await ask("MATCH (a:Approach {name: '𝒳'})\nRETURN a.nmae");
    assert.equal(await page.locator(".wrong").innerText(), "nmae");
});

pageTest("a comparison is a matrix whose cells differ in words and signs", async ({page, ask}) => {
    await ask("compare CBT, EMDR, gestalt therapy");
    const matrix = page.locator("table.matrix");
    const cell = matrix.locator("td .finding.yes").first();
    assert.equal(await cell.locator(".word").innerText(), "yes");
    assert.equal(await cell.locator(".sign").innerText(), "✓");
    assert.ok((await matrix.locator("td .finding.rejected").count()) > 0);
    assert.ok((await matrix.locator("td .finding.not-recorded").count()) > 0);
    await page.getByRole("list", {name: "What the cells mean"}).getByText("a source says so").waitFor();
});

pageTest("a comparison can show what is shared, or what differs", async ({page, ask}) => {
    await ask("compare CBT, gestalt therapy");
    const rows = page.locator("table.matrix tbody tr:not(.group)");
    const all = await rows.count();
    await page.getByRole("button", {name: "Shared"}).click();
    await eventually(async () => assert.ok((await rows.count()) < all));
    const shared = await rows.count();
    assert.ok(shared > 0);
    await page.getByRole("button", {name: "Differences"}).click();
    await eventually(async () => assert.equal((await rows.count()) + shared, all));
});

pageTest("columns sort up, down, and back to the engine's order", async ({page, ask}) => {
    await ask("lineage of gestalt therapy");
    await page.getByRole("button", {name: "Table"}).click();
    const names = (): Promise<string[]> => page.locator(".answer-table tbody td:nth-child(3)").allInnerTexts();
    await page.locator(".answer-table").waitFor();
    const plain = await names();
    const up = plain.slice().sort((a, b) => a.localeCompare(b, "en", {sensitivity: "base", numeric: true}));
    const heading = page.getByRole("button", {name: "approach"});
    await heading.click();
    await page.locator("th[aria-sort=ascending]").waitFor();
    assert.deepEqual(await names(), up);
    await heading.click();
    await page.locator("th[aria-sort=descending]").waitFor();
    assert.deepEqual(await names(), up.slice().reverse());
    await heading.click();
    await page.locator("th[aria-sort=descending]").waitFor({state: "detached"});
    assert.deepEqual(await names(), plain);
});

pageTest("a lineage stands on an axis of years", async ({page, ask}) => {
    await ask("lineage of DBT");
    const left = async (name: string): Promise<number> => (await page.locator(".lineage li", {hasText: name}).first().boundingBox())?.x ?? NaN;
    assert.ok((await left("Behavior therapy")) < (await left("Mode deactivation therapy")));
    await page.locator(".lineage .tick").nth(2).waitFor();
});

pageTest("a description groups what is said, and names lead on", async ({page, ask}) => {
    await ask("describe gestalt therapy");
    await page.locator("dt", {hasText: "draws on"}).waitFor();
    await page.getByRole("link", {name: "Field theory"}).click();
    await page.waitForFunction(() => document.title.startsWith("describe Field theory"));
    await page.locator(".answer-head h2").waitFor();
});

pageTest("a single value is shown as one", async ({page, ask}) => {
    await ask("how many approaches treat insomnia?");
    assert.match(await page.locator(".single-value strong").innerText(), /^\d+$/);
});

pageTest("the pattern is shown when it is wanted, with what was understood", async ({page, ask}) => {
    await ask("which approaches use mindfulness?");
    await page.getByRole("button", {name: "Show the pattern"}).click();
    await page.locator(".understood", {hasText: "Approaches that use Mindfulness"}).waitFor();
    assert.match(await page.locator(".pattern pre").innerText(), /^MATCH \(a:Approach\)/);
    await page.getByRole("link", {name: "Ask this pattern"}).click();
    await page.waitForFunction(() => document.title.startsWith("MATCH"));
    await page.locator(".answer-table").waitFor();
});

pageTest("an empty answer says that unknown is not no", async ({page, ask}) => {
    await ask("MATCH (a:Approach {name: 'nothing at all'}) RETURN a.name AS approach");
    await page.getByText("unknown is not no").waitFor();
});

pageTest("what the data holds is text, whatever it looks like", async ({page, ask}) => {
    await ask("RETURN '<img src=x onerror=alert(1)>' AS `<b>name</b>`, 'javascript:alert(1)' AS address, 'שלום (x)' AS word");
    assert.equal(await page.locator(".answer-table tbody th").innerText(), "<img src=x onerror=alert(1)>");
    assert.equal(await page.locator(".answer-table img, .answer-table b, .answer-table a[href^=javascript]").count(), 0);
    assert.equal(await page.locator("bdi", {hasText: "שלום"}).evaluate((element) => getComputedStyle(element).direction), "rtl");
});

pageTest("when the server is away the page says so, and tries again", async ({page, ask}) => {
    await page.route("**/api/query*", (route) => route.abort());
    await ask("which approaches use mindfulness?");
    await page.getByText("can’t be reached").waitFor();
    await page.unroute("**/api/query*");
    await page.getByRole("button", {name: "Try again"}).click();
    await page.locator(".answer-table").waitFor();
});
