import { expect, test } from "vitest";
import { importsOf, type Source, sourcesIn } from "./sources.ts";

const app = sourcesIn("app", "db").filter((source) => !source.path.endsWith(".css"));

const ladder = [
  "audit",
  "customers",
  "catalog",
  "pricing",
  "choices",
  "journey",
  "credit",
  "spending",
  "receivables",
  "carts",
  "lists",
  "quotes",
  "orders",
  "approvals",
  "payments",
  "replenishment",
  "activities",
  "satisfaction",
  "recovery",
  "segments",
  "portfolio",
  "channels",
  "indicators",
  "automations",
  "imports",
];

type Rule = (source: Source, target: string, isTypeOnly: boolean) => string | undefined;

/** Every import that breaks the rule, as a sentence. */
function broken(rule: Rule): string[] {
  return app.flatMap((source) =>
    importsOf(source).flatMap(({ target, isTypeOnly }) => {
      const why = rule(source, target, isTypeOnly);
      return why ? [`${source.path} imports ${target}: ${why}`] : [];
    }),
  );
}

const within = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
const isFace = (path: string) => within(path, "app/storefront", "app/backoffice", "app/api");
const faceOf = (path: string) => path.split("/").slice(0, 2).join("/");
const roomOf = (path: string) => /^app\/domain\/(\w[\w-]*)\//.exec(path)?.[1];

test("the faces know the domain, the doors and the kit, and neither the database nor the outside world nor each other", () => {
  expect(
    broken(({ path }, target) => {
      if (!isFace(path)) return undefined;
      if (within(target, "db")) return "a face never touches the database";
      if (within(target, "app/gateways", "app/server", "app/commands")) return "a face knows no gateway and no process";
      if (isFace(target) && faceOf(target) !== faceOf(path)) return "the faces do not know each other";
      return undefined;
    }),
  ).toEqual([]);
});

test("only the rooms' and the doors' server halves touch the database", () => {
  const mayToo = ["app/server/", "app/commands/", "app/entry.server.tsx", "db/"];
  expect(
    broken(({ path }, target) => {
      if (!within(target, "db") || mayToo.some((start) => path.startsWith(start))) return undefined;
      const isServerHalf = /^app\/(domain|access)\/.*\.server\.ts$/.test(path);
      return isServerHalf ? undefined : "only domain and access *.server.ts name the database";
    }),
  ).toEqual([]);
});

test("the pure half of a room imports pure domain and zod only", () => {
  expect(
    broken(({ path }, target, isTypeOnly) => {
      if (!within(path, "app/domain") || path.endsWith(".server.ts")) return undefined;
      const isPure = within(target, "app/domain") && (isTypeOnly || !target.includes(".server"));
      const isDomainsOwnTool = ["zod", "date-fns", "@date-fns/tz", "cpf-cnpj-validator", "node:buffer"].includes(
        target,
      );
      return isPure || isDomainsOwnTool ? undefined : "a pure half does no input or output";
    }),
  ).toEqual([]);
});

test("the domain knows no screen, no request and no words of a screen", () => {
  expect(
    broken(({ path }, target) => {
      if (!within(path, "app/domain")) return undefined;
      if (/^(react|react-dom|express|@remix-run\/.*)$/.test(target))
        return "the domain draws nothing and answers nobody";
      const isAbove =
        isFace(target) || within(target, "app/http", "app/kit", "app/access", "app/server", "app/commands");
      return isAbove ? "the domain looks up at nobody" : undefined;
    }),
  ).toEqual([]);
});

test("rooms stand on a ladder and only look down", () => {
  expect(
    broken(({ path }, target) => {
      const [from, to] = [roomOf(path), roomOf(target)];
      if (!from || !to || from === to) return undefined;
      if (!ladder.includes(from)) return `the room ${from} has no place on the ladder`;
      return ladder.indexOf(to) < ladder.indexOf(from) ? undefined : `${to} stands above ${from}`;
    }),
  ).toEqual([]);
});

test("kit, words and gateways know pure domain only", () => {
  expect(
    broken(({ path }, target, isTypeOnly) => {
      if (!within(path, "app/kit", "app/words", "app/gateways")) return undefined;
      if (isTypeOnly && within(target, "app/domain")) return undefined;
      const isOurs = within(target, "app", "db");
      if (!isOurs) return undefined;
      const isPure = within(target, "app/domain", "app/kit", "app/words", "app/gateways");
      const isServer = within(target, "app/domain") && target.includes(".server");
      const isPlain = ["app/paths.ts", "app/env.server.ts"].includes(target);
      return (isPure && !isServer) || isPlain ? undefined : "only pure domain, kit and words";
    }),
  ).toEqual([]);
});

test("only routes.ts names a screen, and paths.ts imports nothing", () => {
  const screens = new Set([...routeFiles()]);
  expect(
    broken(({ path }, target, isTypeOnly) =>
      screens.has(target) && !isTypeOnly && path !== "app/routes.ts" ? "a screen is nobody's part" : undefined,
    ),
  ).toEqual([]);
  const paths = app.find((source) => source.path === "app/paths.ts") as Source;
  expect(importsOf(paths)).toEqual([]);
});

test("folders are reached by #app, #db and #tests, files of one folder by ./", () => {
  const wrong = [...app, ...sourcesIn("tests")].flatMap((source) =>
    importsOf(source).flatMap(({ said }) => {
      if (said.startsWith("../")) return [`${source.path} climbs: ${said}`];
      const isOurs = said.startsWith("#") || said.startsWith("./");
      const isLocalFolder = said.startsWith("./") && said.slice(2).includes("/") && source.path !== "app/root.tsx";
      if (isLocalFolder) return [`${source.path} enters a folder by ./: ${said}`];
      return isOurs && !/\.(ts|tsx|mjs|css|svg|json)(\?[\w-]+)?$/.test(said)
        ? [`${source.path} names no file: ${said}`]
        : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test("only the environment reads the environment, and only lucia.server names Lucia", () => {
  const wrong = app.flatMap(({ path, text }) => [
    ...(text.includes("process.env") && !/^(app\/env\.server\.ts|app\/commands\/)/.test(path)
      ? [`${path} reads process.env`]
      : []),
    ...(/from "lucia"|from "@lucia-auth/.test(text) && path !== "app/access/lucia.server.ts"
      ? [`${path} names Lucia`]
      : []),
  ]);
  expect(wrong).toEqual([]);
});

function routeFiles(): string[] {
  const routes = app.find((source) => source.path === "app/routes.ts")?.text ?? "";
  return [...routes.matchAll(/"([\w-]+\/[\w./-]+\.tsx?)"/g)].map((match) => `app/${match[1]}`);
}
