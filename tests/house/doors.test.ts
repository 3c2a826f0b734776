import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { importsOf } from "./sources.ts";

/** Doors that are open on purpose, each with the reason. Everything else asks who is there. */
const open: Record<string, string> = {
  "app/root.tsx": "language and theme of the page, of the reader's own cookie",
  "app/storefront/gate/sign-in.tsx": "where everybody comes in",
  "app/storefront/gate/sign-in-code.tsx": "the half session of who gave the right password is the key",
  "app/storefront/gate/sign-out.ts": "ends whatever session there is",
  "app/storefront/gate/request-access.tsx": "strangers ask to be let in",
  "app/storefront/gate/forgot-password.tsx": "whoever cannot sign in",
  "app/storefront/gate/reset-password.tsx": "its single-use link is the key",
  "app/storefront/gate/confirm-email.tsx": "its single-use link is the key",
  "app/storefront/gate/invite.tsx": "its single-use link is the key",
  "app/storefront/gate/postal-code.ts": "where a CEP is, which every map tells; counted by address",
  "app/storefront/gate/about.tsx": "what the company says about itself to everybody",
  "app/storefront/gate/share.tsx": "its link is the key, and it shows no price and no stock",
  "app/storefront/gate/logo.ts": "the company's logo stands on the sign-in page",
  "app/storefront/gate/manifest.ts": "name and colour of the company, as on the sign-in page",
  "app/storefront/gate/offline.ts": "says that the shop cannot be reached, and nothing of anybody",
  "app/storefront/gate/service-worker.ts": "the same program for everybody",
  "app/storefront/gate/not-found.tsx": "says that there is nothing",
  "app/api/payment-events.ts": "the payment house's signature is the key",
  "app/api/openapi.ts": "says what the API offers, which is no secret",
  "app/api/unknown.ts": "says that there is nothing",
  "app/http/preferences.ts": "language and theme of the reader's own browser",
};

const keepers = new Set(["requireBuyer", "requireStaff", "requireToken", "requireAnyone"]);
const doors = "#app/access/";

function routeFiles(): string[] {
  const text = readFileSync("app/routes.ts", "utf8");
  return ["app/root.tsx", ...[...text.matchAll(/"([\w-]+\/[\w./-]+\.tsx?)"/g)].map((match) => `app/${match[1]}`)];
}

/** The loader and action of a screen, as code. */
function entriesOf(path: string): { name: string; node: ts.Node }[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const isExported = (node: ts.HasModifiers) =>
    ts.getModifiers(node)?.some((word) => word.kind === ts.SyntaxKind.ExportKeyword);
  const isEntry = (name: string | undefined): name is string => name === "loader" || name === "action";
  return file.statements.flatMap((statement): { name: string; node: ts.Node }[] => {
    if (ts.isFunctionDeclaration(statement) && isExported(statement) && isEntry(statement.name?.text)) {
      return [{ name: statement.name.text, node: statement }];
    }
    if (ts.isVariableStatement(statement) && isExported(statement)) {
      return statement.declarationList.declarations
        .filter((declaration) => ts.isIdentifier(declaration.name) && isEntry(declaration.name.text))
        .map((declaration) => ({ name: declaration.name.getText(), node: declaration }));
    }
    if (ts.isExportDeclaration(statement) && /\b(loader|action)\b/.test(statement.getText())) {
      return [{ name: statement.getText(), node: statement }];
    }
    return [];
  });
}

/** Whether a keeper is awaited in the entry's own body, before anything else that is awaited. */
function asksFirst(entry: ts.Node): boolean {
  const awaited: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node) && ts.isCallExpression(node.expression))
      awaited.push(node.expression.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(entry);
  return awaited.length > 0 && keepers.has(awaited[0] ?? "");
}

test("every screen named in routes.ts exists", () => {
  expect(routeFiles().filter((path) => !existsSync(path))).toEqual([]);
});

test("every loader and every action asks its keeper first, or stands on the list of open doors", () => {
  const unlocked = routeFiles()
    .filter((path) => existsSync(path) && !(path in open))
    .flatMap((path) =>
      entriesOf(path)
        .filter((entry) => !asksFirst(entry.node))
        .map((entry) => `${path} ${entry.name}`),
    );
  expect(unlocked).toEqual([]);
});

test("the keepers come from access and are not imitated", () => {
  const imitated = routeFiles()
    .filter((path) => existsSync(path))
    .flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const asks = [...keepers].filter((keeper) => text.includes(`${keeper}(`));
      const fromAccess = importsOf({ path, text }).some(({ said }) => said.startsWith(doors));
      return asks.length > 0 && !fromAccess ? [path] : [];
    });
  expect(imitated).toEqual([]);
});

test("every open door is a screen that exists", () => {
  const known = new Set(routeFiles());
  expect(Object.keys(open).filter((path) => !known.has(path))).toEqual([]);
});

test("a screen that changes something says so with an action; loaders only read", () => {
  const office = routeFiles().filter((path) => path.startsWith("app/backoffice/") && existsSync(path));
  const unasked = office.filter(
    (path) => entriesOf(path).length > 0 && readFileSync(path, "utf8").includes("requireBuyer("),
  );
  expect(unasked).toEqual([]);
});
