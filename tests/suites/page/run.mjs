// Bundles the tests of a folder, or one of them, and runs them with Node's own runner: node run.mjs unit|browser [NAME]
import {spawnSync} from "node:child_process";
import {readdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [kind, only] = process.argv.slice(2);
const {build} = await import(join(here, "../../../plugins/hosts/page/node_modules/esbuild/lib/main.js"));

// Beneath node_modules, so that packages are found from there and nothing is left elsewhere.
const out = join(here, "node_modules/.tests", kind, only ?? "all");
rmSync(out, {recursive: true, force: true});
const names = readdirSync(join(here, kind)).filter((name) => (only === undefined ? name.endsWith("_test.ts") : name === `${only}_test.ts`));
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
process.exit(spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], {stdio: "inherit"}).status ?? 1);
