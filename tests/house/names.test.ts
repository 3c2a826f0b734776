import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { sourcesIn, withoutComments } from "./sources.ts";

const sources = sourcesIn("app", "db", "tests");
const code = sources.filter((source) => !source.path.endsWith(".css"));
const ours = code.filter((source) => !source.path.startsWith("tests/house/"));

test("no folder and no file is named after nothing in particular", () => {
  const empty =
    /^(utils?|helpers?|lib|services?|types?|constants?|common|shared|misc|managers?|hooks|components)(\.server)?(\.\w+)?$/;
  expect(
    sources.filter(({ path }) => path.split("/").some((part) => empty.test(part))).map(({ path }) => path),
  ).toEqual([]);
});

test("there is one barrel, the schema", () => {
  const barrels = sources.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path);
  expect(barrels).toEqual(["db/schema/index.ts"]);
});

test("acts are verbs of the trade, not get, fetch, handle, process, manage or do", () => {
  const empty = /export (?:async )?(?:function|const) ((?:get|fetch|handle|process|manage|do)[A-Z]\w*)/g;
  const demanded = ["handleError"];
  const found = ours.flatMap(({ path, text }) =>
    [...text.matchAll(empty)]
      .filter((match) => !demanded.includes(match[1] ?? ""))
      .map((match) => `${path} ${match[1]}`),
  );
  expect(found).toEqual([]);
});

test("the compiler is never talked out of it", () => {
  const excuses = [
    /\bas any\b/,
    /@ts-(ignore|expect-error|nocheck)/,
    /\bas unknown as\b/,
    /biome-ignore/,
    /eslint-disable/,
  ];
  const found = ours.flatMap(({ path, text }) =>
    excuses.filter((excuse) => excuse.test(text)).map((excuse) => `${path} ${excuse}`),
  );
  expect(found).toEqual([]);
});

test("nothing is left for later", () => {
  const later = /\b(TODO|FIXME|XXX|HACK)\b|coming soon|not implemented/i;
  const found = ours.flatMap(({ path, text }) => {
    const match = later.exec(text);
    return match ? [`${path}: ${match[0]}`] : [];
  });
  expect(found).toEqual([]);
});

test("time enters at the door: the domain never asks what time it is", () => {
  const clock = /new Date\(\s*\)|Date\.now\(\)/;
  const found = code.filter(({ path, text }) => path.startsWith("app/domain/") && clock.test(withoutComments(text)));
  // The settings are kept for a few seconds; how long they are kept is no business time.
  expect(found.map(({ path }) => path).filter((path) => path !== "app/domain/customers/settings.server.ts")).toEqual(
    [],
  );
});

test("a sentence stands above every export of the domain", () => {
  const bare = code
    .filter(({ path }) => path.startsWith("app/domain/"))
    .flatMap(({ path, text }) => {
      const lines = text.split("\n");
      return lines.flatMap((line, at) => {
        const isExport = /^export (async )?(function|class) /.test(line);
        return isExport && !/\*\/\s*$/.test(lines[at - 1] ?? "") ? [`${path}:${at + 1} ${line.slice(0, 60)}`] : [];
      });
    });
  expect(bare).toEqual([]);
});

test("the top level is what the README says, and nothing more", () => {
  const allowed = new Set([
    "app",
    "db",
    "public",
    "tests",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
    "biome.json",
    "README.md",
    "LICENSE",
    "Dockerfile",
    "compose.yaml",
    // Made by running it, and ignored by git.
    "node_modules",
    "build",
    "test-results",
  ]);
  expect(readdirSync(".").filter((name) => !name.startsWith(".") && !allowed.has(name))).toEqual([]);
});
