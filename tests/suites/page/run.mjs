// Bundles the tests of a folder and runs them with Node's own runner: node run.mjs unit|browser
import {spawnSync} from "node:child_process";
import {readdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const kind = process.argv[2];
const {build} = await import(join(here, "../../../plugins/hosts/page/node_modules/esbuild/lib/main.js"));

// Beneath node_modules, so that packages are found from there and nothing is left elsewhere.
const out = join(here, "node_modules/.tests", kind);
rmSync(out, {recursive: true, force: true});
const names = readdirSync(join(here, kind)).filter((name) => name.endsWith("_test.ts"));
await build({
    entryPoints: names.map((name) => join(here, kind, name)),
    outdir: out,
    outExtension: {".js": ".mjs"},
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node18",
    sourcemap: "inline",
    logLevel: "warning",
});
const files = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
// One file after the other: a browser wants the processors for itself.
let failed = false;
for (const file of kind === "unit" ? [files] : files.map((file) => [file])) {
    failed = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...file], {stdio: "inherit"}).status !== 0 || failed;
}
process.exit(failed ? 1 : 0);
