// Installs what only these tests need, when it isn't there yet: node setup.mjs NPM
import {spawnSync} from "node:child_process";
import {existsSync, statSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const installed = join(here, "node_modules/.package-lock.json");
const isThere = existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(here, "package-lock.json")).mtimeMs;
if (!isThere) {
    const ran = spawnSync(process.argv[2] ?? "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {cwd: here, stdio: "inherit"});
    process.exit(ran.status ?? 1);
}
