import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import type {Browser, Page} from "playwright-core";
import {eventually} from "../support/eventually.js";
import {startBrowser, startHost, startSite, visit, type Site} from "../support/site.js";

let site: Site;
let browser: Browser;

before(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
});
after(async () => {
    await browser.close();
    site.close();
});

/** A page elsewhere with this in its body, under a policy that allows Confer's server and nothing else. */
async function onPage(
    body: string,
    use: (page: Page, address: string) => Promise<void>,
    arrange?: (page: Page) => Promise<unknown>,
    isExpected: (complaint: string) => boolean = () => false,
): Promise<void> {
    const server = site.address.replace(/\/$/, "");
    const html = `<!doctype html><html lang="en"><title>A page</title><h1>A page</h1>${body.replaceAll("SERVER", server)}<script src="${server}/confer-query.js" async></script></html>`;
    const host = await startHost(html, `default-src 'none'; script-src ${server}; connect-src ${server}; base-uri 'none'`);
    const {page, complaints, close} = await visit(browser, "about:blank");
    try {
        await arrange?.(page);
        await page.goto(host.address);
        await use(page, host.address);
        assert.deepEqual(complaints.filter((complaint) => !isExpected(complaint)), []);
    } finally {
        await close();
        host.close();
    }
}

test("a table with footnotes, without a word of configuration", async () => {
    await onPage('<confer-query q="which approaches use mindfulness and treat depression?"><p>As of last year: ten.</p></confer-query>', async (page) => {
        await page.getByRole("row", {name: /Mindfulness-based cognitive therapy/}).waitFor();
        await page.getByText("As of last year").waitFor({state: "hidden"});
        await page.getByText(/graph version \w+/).waitFor();
        await page.getByRole("button", {name: /sources/}).first().click();
        assert.match((await page.locator("li.cited a").first().getAttribute("href")) ?? "", /^https?:/);
    });
});

test("a list, a matrix, a drawing and a value in a sentence", async () => {
    const body = `<p>There are <confer-query q="how many approaches treat insomnia?" server="SERVER" format="value">some</confer-query> for insomnia.</p>
        <confer-query q="describe gestalt therapy" server="SERVER" format="list"></confer-query>
        <confer-query q="compare CBT, gestalt therapy by theories" server="SERVER" format="matrix"></confer-query>
        <confer-query q="what does family systems therapy combine?" server="SERVER" format="graph"></confer-query>`;
    await onPage(body, async (page) => {
        const value = page.locator("confer-query[format=value] a");
        assert.match(await value.innerText(), /^\d+$/);
        await eventually(async () => {
            const [inside, around] = [await value.boundingBox(), await page.locator("p", {hasText: "for insomnia"}).boundingBox()];
            assert.ok((inside?.height ?? 99) <= (around?.height ?? 0) && (inside?.x ?? 0) > (around?.x ?? 0), "the value stands in its sentence");
        });
        await page.locator("confer-query[format=list] .kind", {hasText: "draws on"}).waitFor();
        await page.locator("confer-query[format=matrix]").scrollIntoViewIfNeeded();
        await page.locator("confer-query[format=matrix] td.yes").first().waitFor();
        await page.locator("confer-query[format=graph]").scrollIntoViewIfNeeded();
        await page.locator("confer-query[format=graph] svg text", {hasText: "Cybernetics"}).first().waitFor();
        assert.equal(await page.locator("confer-query[format=graph] svg :is(script, style, image, foreignObject)").count(), 0);
    });
});

test("what is far below isn't asked until it comes near", async () => {
    const asked: string[] = [];
    const filler = "<p>…</p>".repeat(200);
    await onPage(
        `<confer-query q="describe EMDR"></confer-query>${filler}<confer-query q="describe CBT"></confer-query>`,
        async (page) => {
            await page.locator("confer-query").first().locator("table").waitFor();
            assert.equal(asked.length, 1);
            await page.locator("confer-query").last().scrollIntoViewIfNeeded();
            await page.locator("confer-query").last().locator("table").waitFor();
            assert.equal(asked.length, 2);
        },
        async (page) => void page.on("request", (request) => void (request.url().includes("/api/query") && asked.push(request.url()))),
    );
});

test("the same question on one page is asked once", async () => {
    const asked: string[] = [];
    const one = '<confer-query q="how many approaches treat insomnia?" format="value">?</confer-query> ';
    await onPage(
        one.repeat(5),
        async (page) => {
            await page.waitForFunction(() => [...document.querySelectorAll("confer-query")].every((element) => /\d/.test(element.shadowRoot?.textContent ?? "")));
            assert.equal(asked.length, 1);
        },
        async (page) => void page.on("request", (request) => void (request.url().includes("/api/query") && asked.push(request.url()))),
    );
});

test("while the server is away what stood there stays, and it is said why", async () => {
    await onPage(
        '<confer-query q="which approaches use mindfulness?"><p>As of last year: ten.</p></confer-query>',
        async (page) => {
            await page.getByText("Not brought up to date").waitFor();
            await page.getByText("As of last year").waitFor();
            await page.unroute("**/api/query*");
            await page.getByRole("button", {name: "Try again"}).click();
            await page.locator("confer-query table").waitFor();
        },
        async (page) => page.route("**/api/query*", (route) => route.fulfill({status: 503, headers: {"Access-Control-Allow-Origin": "*"}, body: "{}"})),
    );
});

test("without the script there is what stood there", async () => {
    await onPage(
        '<confer-query q="which approaches use mindfulness?"><p>As of last year: ten.</p></confer-query>',
        (page) => page.getByText("As of last year").waitFor(),
        async (page) => page.route("**/confer-query.js", (route) => route.abort()),
    );
});

test("while a slow server thinks, what stood there stays", async () => {
    let release = (): void => undefined;
    const waiting = new Promise<void>((done) => (release = done));
    await onPage(
        '<confer-query q="describe EMDR"><p>As of last year.</p></confer-query>',
        async (page) => {
            await page.getByText("Asking…").waitFor();
            await page.getByText("As of last year").waitFor();
            release();
            await page.locator("confer-query table").waitFor();
        },
        async (page) => page.route("**/api/query*", async (route) => {
            await waiting;
            await route.continue();
        }),
    );
});

test("an error is shown in place, with what helps, above what stood there", async () => {
    await onPage('<confer-query q="which approaches use mindfullness?"><p>Kept.</p></confer-query>', async (page) => {
        await page.locator("confer-query .error", {hasText: "no technique is called mindfullness"}).waitFor();
        await page.locator("confer-query .error", {hasText: "did you mean mindfulness?"}).waitFor();
        await page.getByText("Kept.").waitFor();
    });
});

test("what the data holds is text, whatever it looks like", async () => {
    await onPage(`<confer-query q="RETURN '&lt;img src=x onerror=alert(1)>' AS a, 'javascript:alert(1)' AS b"></confer-query>`, async (page) => {
        assert.equal(await page.locator("confer-query th[scope=row]").innerText(), "<img src=x onerror=alert(1)>");
        assert.equal(await page.locator("confer-query :is(img, a[href^=javascript])").count(), 0);
    });
});

test("of a drawing only what draws is taken over", async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><style>text { fill: url(https://example.org/x) }</style>
        <script>alert(1)</script><image href="https://example.org/x.png"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>
        <rect width="9" height="9" style="fill: red" fill="url(https://example.org/x)" stroke="url(#here)"/>
        <a href="javascript:alert(1)"><text>led astray</text></a><a href="https://example.org/"><text>led on</text></a></svg>`;
    await onPage(
        '<confer-query q="describe EMDR" format="graph"></confer-query>',
        async (page) => {
            const svg = page.locator("confer-query svg");
            await svg.locator("text", {hasText: "led on"}).waitFor();
            assert.equal(await svg.locator("script, style, image, foreignObject, [style], [fill*=example], [onload]").count(), 0);
            assert.equal(await svg.getAttribute("onload"), null);
            assert.equal(await svg.locator("[stroke='url(#here)']").count(), 1);
            assert.deepEqual(await svg.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))), [null, "https://example.org/"]);
        },
        async (page) => page.route("**/api/query*", (route) => route.fulfill({contentType: "image/svg+xml", headers: {"Access-Control-Allow-Origin": "*"}, body: drawing})),
        (complaint) => /violates the following Content Security Policy|^refused by/.test(complaint), // while it was read
    );
});

test("another question in the attribute is another answer", async () => {
    await onPage('<confer-query q="describe EMDR"></confer-query>', async (page) => {
        await page.locator("confer-query", {hasText: "Eye movement desensitization"}).waitFor();
        await page.locator("confer-query").evaluate((element) => element.setAttribute("q", "how many approaches treat insomnia?"));
        await page.locator("confer-query th", {hasText: "approaches"}).waitFor();
    });
});
