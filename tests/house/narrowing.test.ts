import type { RouteConfigEntry } from "@remix-run/route-config";
import { type AgnosticRouteObject, matchRoutes } from "@remix-run/router";
import { expect, test } from "vitest";
import { narrower, type RouteTable } from "#app/server/narrowing.ts";

globalThis.__remixAppDirectory = `${process.cwd()}/app`;
const { default: entries } = await import("#app/routes.ts");

/** The table of routes as a build holds it. */
function tableOf(list: RouteConfigEntry[], parentId = "root", table: RouteTable = { root: { id: "root", path: "" } }) {
  for (const entry of list) {
    const id = entry.id ?? entry.file.replace(/\.\w+$/, "");
    table[id] = { id, parentId, path: entry.path, index: entry.index };
    tableOf(entry.children ?? [], id, table);
  }
  return table;
}

const table = tableOf(await entries);

/** The routes a path leads to, out of those named. */
function wayOf(path: string, ids: string[]): string[] | undefined {
  const objects = (parentId: string | undefined): AgnosticRouteObject[] =>
    Object.values(table).flatMap((route): AgnosticRouteObject[] => {
      if (!route || route.parentId !== parentId || !ids.includes(route.id)) return [];
      if (route.index) return [{ id: route.id, index: true, path: route.path }];
      return [{ id: route.id, path: route.path, children: objects(route.id) }];
    });
  return matchRoutes(objects(undefined), path)?.map((match) => match.route.id ?? "");
}

/** A path for every route, with something in the place of each parameter. */
const paths = Object.values(table).flatMap((route) => {
  const pieces: string[] = [];
  for (let at = route; at; at = at.parentId === undefined ? undefined : table[at.parentId])
    pieces.unshift(at.path ?? "");
  const path = `/${pieces.filter(Boolean).join("/")}`;
  const filled = path.replace(/:\w+\??/g, "x1").replace("*", "nowhere/at/all");
  const bare = path
    .replace(/\/:\w+\?/g, "")
    .replace(/:\w+/g, "x1")
    .replace("*", "nowhere");
  return [filled, bare, filled.toUpperCase(), `${filled}/`, `${filled}/more`];
});

test("every path leads to the same routes whether all are looked at or only those that could answer it", () => {
  const narrow = narrower(table);
  const all = Object.keys(table);
  expect(paths.length).toBeGreaterThan(200);
  for (const path of [...paths, "/", "/office", "/unknown", "/office/unknown/deep", "/%E0%A4%A", "/catalog/a%2Fb"]) {
    expect(wayOf(path, narrow(path)), path).toEqual(wayOf(path, all));
  }
});

test("the data of a page is asked of the routes of that page, and few are looked at", () => {
  const narrow = narrower(table);
  expect(narrow("/catalog/higiene.data")).toEqual(narrow("/catalog/higiene"));
  expect(narrow("/_root.data")).toEqual(narrow("/"));
  expect(narrow("/catalog/higiene").length).toBeLessThan(6);
  expect(narrow("/office/customers/12").length).toBeLessThan(10);
});
