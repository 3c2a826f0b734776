import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { addressLookup } from "#app/gateways/address-lookup.server.ts";

const paulista = {
  cep: "01310-100",
  logradouro: "Avenida Paulista",
  bairro: "Bela Vista",
  localidade: "São Paulo",
  uf: "SP",
};
const json = (answer: ServerResponse, body: unknown, status = 200) =>
  answer.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));

/** A provider on this machine that answers as it is told, and counts how often it was asked. */
async function provider(answers: (answer: ServerResponse, path: string) => void) {
  let asked = 0;
  const server = createServer((request, answer) => {
    asked++;
    answers(answer, request.url ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const look = addressLookup(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ws/`);
  return { look, asked: () => asked };
}

test("a CEP is asked for by its eight digits and gives street, district, city and state", async () => {
  const paths: string[] = [];
  const { look } = await provider((answer, path) => {
    paths.push(path);
    json(answer, paulista);
  });
  expect(await look("01310100")).toEqual({
    kind: "found",
    place: { street: "Avenida Paulista", district: "Bela Vista", city: "São Paulo", uf: "SP" },
  });
  expect(paths).toEqual(["/ws/01310100/json/"]);
});

test("a town with one CEP for all its streets gives its city, and a CEP nobody has is unknown", async () => {
  const town = await provider((answer) =>
    json(answer, { cep: "18010-000", logradouro: "", bairro: "", localidade: "Sorocaba", uf: "SP" }),
  );
  expect(await town.look("18010000")).toMatchObject({ kind: "found", place: { street: "", city: "Sorocaba" } });
  for (const erro of [true, "true"]) {
    const none = await provider((answer) => json(answer, { erro }));
    expect(await none.look("99999999")).toEqual({ kind: "unknown" });
  }
});

test("whatever else a provider says counts as no answer: another CEP, HTML, half a JSON, a fault, a redirect, far too much", async () => {
  const lies: Record<string, (answer: ServerResponse) => void> = {
    "another CEP": (answer) => json(answer, { ...paulista, cep: "04001-000" }),
    "a state that is none": (answer) => json(answer, { ...paulista, uf: "XX" }),
    "no city": (answer) => json(answer, { ...paulista, localidade: " " }),
    HTML: (answer) => answer.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Manutenção</h1>"),
    "half a JSON": (answer) => answer.writeHead(200).end('{"cep":"01310-100",'),
    "a list": (answer) => json(answer, [paulista]),
    "a fault": (answer) => json(answer, paulista, 500),
    "a redirect": (answer) => answer.writeHead(302, { Location: "/elsewhere" }).end(),
    "far too much": (answer) => json(answer, { ...paulista, complemento: "x".repeat(100_000) }),
    "a broken line": (answer) => answer.destroy(),
  };
  for (const [name, lie] of Object.entries(lies)) {
    const { look } = await provider(lie);
    expect([name, await look("01310100")]).toEqual([name, { kind: "silent" }]);
  }
});

test("nobody waits longer than two seconds, and a provider that keeps silent is left alone", async () => {
  const { look, asked } = await provider(() => {});
  const startedAt = performance.now();
  expect(await Promise.all([look("01310100"), look("04001000"), look("20040020")])).toEqual(
    Array.from({ length: 3 }, () => ({ kind: "silent" })),
  );
  expect(performance.now() - startedAt).toBeLessThan(2800);
  const restedAt = performance.now();
  for (let tries = 0; tries < 20; tries++) expect(await look("01310100")).toEqual({ kind: "silent" });
  expect(performance.now() - restedAt).toBeLessThan(100);
  expect(asked()).toBe(3);
});

test("one bad answer among good ones closes nothing", async () => {
  let turn = 0;
  const { look, asked } = await provider((answer) => json(answer, paulista, turn++ % 2 === 0 ? 500 : 200));
  const kinds: string[] = [];
  for (let tries = 0; tries < 10; tries++) kinds.push((await look("01310100")).kind);
  expect(kinds.filter((kind) => kind === "found")).toHaveLength(5);
  expect(asked()).toBe(10);
});
