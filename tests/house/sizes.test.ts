import { expect, test } from "vitest";
import { sourcesIn } from "./sources.ts";

test("no file is longer than 250 lines: a longer one holds two nouns", () => {
  const long = sourcesIn("app", "db", "tests")
    .filter(({ path }) => !path.startsWith("db/migrations/"))
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});

test("no section banners: a file that needs chapters is two files", () => {
  const banner = /^\s*(\/\/|\/\*)\s*([-=*#]{4,}|\w.*[-=]{4,})/m;
  expect(
    sourcesIn("app", "db", "tests")
      .filter(({ text }) => banner.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});
