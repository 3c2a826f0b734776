// Runs before everything else, so it uses nothing but Node itself.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

const stamp = `${root}node_modules/.installed-for`;
const wanted = createHash("sha256")
  .update(readFileSync(`${root}package-lock.json`))
  .update([process.version, process.platform, process.arch].join(" "))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  console.log("Installing packages (npm ci) …");
  const startedAt = Date.now();
  if (!npm(["ci", "--include=dev", "--no-audit", "--no-fund"])) {
    console.log("npm ci did not succeed; trying npm install …");
    if (!npm(["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"])) {
      console.error("The packages could not be installed. The lines above say why.");
      process.exit(1);
    }
  }
  writeFileSync(stamp, wanted);
  console.log(`Packages installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

function npm(args) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, stdio: "inherit", env: { ...process.env, NODE_ENV: "development" } };
  const done = script
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  return done.status === 0;
}
