// Bundles the page and the element, and writes the C++ file that builds them into the program:
//   node build.mjs OUT      OUT/site/* are the files as served, OUT/compressed/* the same by gzip (empty where that is
//                           hardly smaller), OUT/assets.cpp embeds both
import {createHash} from "node:crypto";
import {cp, mkdir, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {gzipSync} from "node:zlib";
import {build} from "esbuild";

const out = resolve(process.argv[2] ?? "build");
const site = join(out, "site");
const compressed = join(out, "compressed");

const types = {
    html: "text/html; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    css: "text/css; charset=utf-8",
    svg: "image/svg+xml",
    txt: "text/plain; charset=utf-8",
    woff2: "font/woff2",
};

const common = {
    outdir: site,
    bundle: true,
    minify: true,
    target: ["es2022", "chrome111", "firefox114", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
};

async function bundle() {
    await rm(site, {recursive: true, force: true});
    await mkdir(site, {recursive: true});
    // What only the graph view needs is a chunk of its own, loaded when somebody looks at a graph.
    await build({...common, entryPoints: {page: "source/main.ts"}, format: "esm", splitting: true, chunkNames: "part-[hash]"});
    await build({
        ...common,
        entryPoints: {page: "source/style/page.css"},
        loader: {".woff2": "file"},
        assetNames: "[name]",
    });
    // One file each, that any page can load by a plain script element.
    await build({
        ...common,
        entryPoints: {theme: "source/theme.ts", "confer-query": "source/element/confer_query.ts"},
        format: "iife",
    });
    await cp("source/index.html", join(site, "index.html"));
    await cp("source/icon.svg", join(site, "icon.svg"));
    await writeFile(join(site, "licences.txt"), await licences());
}

// The packages' own licences, since their code and fonts are passed on in the bundle.
async function licences() {
    const lock = JSON.parse(await readFile("package-lock.json", "utf8"));
    const parts = [];
    for (const [path, entry] of Object.entries(lock.packages)) {
        if (path === "" || entry.dev || entry.optional || path.endsWith("/esbuild")) continue;
        const file = (await readdir(path)).find((name) => /^licen[cs]e/i.test(name));
        const text = file ? await readFile(join(path, file), "utf8") : `Licence: ${entry.license}`;
        parts.push(`${path.replace("node_modules/", "")} ${entry.version}\n\n${text.trim()}\n`);
    }
    return parts.join(`\n${"-".repeat(80)}\n\n`);
}

// As graph-data/builtin.cpp.in does it: the assembler takes the bytes as they are.
async function embed() {
    await rm(compressed, {recursive: true, force: true});
    await mkdir(compressed, {recursive: true});
    const names = (await readdir(site)).sort();
    let assembly = "";
    let declarations = "";
    let rows = "";
    for (const [number, name] of names.entries()) {
        const file = join(site, name);
        const symbol = `confer_page_${number}`;
        const path = name === "index.html" ? "/" : `/${name}`;
        const type = types[name.slice(name.lastIndexOf(".") + 1)];
        if (type === undefined) throw new Error(`${name}: what content type has it?`);
        const bytes = await readFile(file);
        const etag = createHash("sha256").update(bytes).digest("hex").slice(0, 20);
        const gzipped = gzipSync(bytes, {level: 9});
        const isSmaller = gzipped.length < 0.9 * bytes.length; // fonts are compressed already
        await writeFile(join(compressed, name), isSmaller ? gzipped : "");
        for (const [label, content] of [[symbol, file], [`${symbol}_gzipped`, join(compressed, name)]]) {
            assembly += `    ".balign 16\\n${label}:\\n.incbin \\"${content}\\"\\n${label}_end:\\n"\n`;
            assembly += `    ".globl ${label}\\n.globl ${label}_end\\n"\n`;
            declarations += `extern const char ${label}[], ${label}_end[];\n`;
        }
        rows += `    {"${path}", "${type}", between(${symbol}, ${symbol}_end), "\\"${etag}\\"",\n`;
        rows += `     between(${symbol}_gzipped, ${symbol}_gzipped_end), "\\"${etag}-gzip\\""},\n`;
    }
    await writeFile(
        join(out, "assets.cpp"),
        `// Written by plugins/hosts/page/build.mjs.
#include "page/assets.h"

__asm__(
    ".section .rodata\\n"
${assembly}    ".text\\n");

extern "C" {
${declarations}}

namespace confer::hosts {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

const Asset assets[] = {
${rows}};

}  // namespace

std::span<const Asset> page_assets() { return assets; }

}  // namespace confer::hosts
`,
    );
}

await bundle();
await embed();
