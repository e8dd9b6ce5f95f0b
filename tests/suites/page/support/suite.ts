// One site and one browser for the tests of a file; no test may leave a complaint.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {asking, startBrowser, startSite, visit, type Site} from "./site.js";

let site: Site;
let browser: Browser;

before(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
});
after(async () => {
    await browser.close();
    site.close();
});

export interface Room {
    page: Page;
    site: Site;
    browser: Browser;
    ask: (q: string) => Promise<void>;
    open: (q: string, more?: Record<string, string>) => Promise<void>;
}

export function pageTest(name: string, body: (room: Room) => Promise<void>, options: BrowserContextOptions = {}): void {
    test(name, async () => {
        const {page, complaints, close} = await visit(browser, site.address, options);
        const answered = async (q: string): Promise<void> => {
            await page.waitForFunction((title) => document.title === title, `${q.replaceAll(/\s+/g, " ")} · Confer`);
            await page.locator("#answer:not([aria-busy]) .answer-head h2, .problem").first().waitFor();
        };
        try {
            await body({
                page,
                site,
                browser,
                ask: async (q) => {
                    await page.getByRole("textbox", {name: "Question"}).fill(q);
                    await page.getByRole("button", {name: "Ask", exact: true}).click();
                    await answered(q);
                },
                open: async (q, more = {}) => {
                    await page.goto("about:blank");
                    await page.goto(asking(site, q, more));
                    await answered(q);
                },
            });
            assert.deepEqual(complaints, []);
        } finally {
            await close();
        }
    });
}

