// `confer serve` on a free port, and Chromium before it.
import {spawn} from "node:child_process";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {createInterface} from "node:readline";
import {chromium, type Browser, type BrowserContextOptions, type Page} from "playwright-core";

export interface Site {
    address: string; // ends with a slash
    close: () => void;
}

/** Started with CONFER, the program; or what already runs at CONFER_SITE. */
export async function startSite(): Promise<Site> {
    const running = process.env.CONFER_SITE;
    if (running !== undefined) return {address: running, close: () => undefined};
    const program = spawn(process.env.CONFER ?? "confer", ["serve", "--port", "0", "--timeout", "60", "--allow-origin", "*"], {stdio: ["ignore", "ignore", "pipe"]});
    for await (const line of createInterface(program.stderr)) {
        const event = JSON.parse(line) as {event: string; url: string};
        if (event.event === "listening") return {address: event.url, close: () => void program.kill("SIGTERM")};
    }
    throw new Error("confer serve ended before it listened");
}

/** A page of somebody else's, as an address of its own, with the policy that its server sends. */
export async function startHost(html: string, policy: string): Promise<Site> {
    const server = createServer((request, response) => {
        response.writeHead(request.url === "/" ? 200 : 404, {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy});
        response.end(request.url === "/" ? html : "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close()};
}

export function startBrowser(): Promise<Browser> {
    const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    return chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", ...quiet], timeout: 120_000});
}

export interface Visit {
    page: Page;
    complaints: string[]; // of the browser: what the policy refused, what failed in scripts
    close: () => Promise<void>;
}

/** A new window; what the browser complains about is gathered. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: "reduce", ...options});
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
    });
    await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => console.error(`refused by ${event.violatedDirective}: ${event.blockedURI}`));
    });
    await page.goto(address);
    return {page, complaints, close: () => context.close()};
}

/** The address of a question, as links write it. */
export function asking(site: Site, q: string, more: Record<string, string> = {}): string {
    return `${site.address}#${new URLSearchParams({q, ...more})}`;
}
