import { z } from "zod";
import { ufs } from "#app/domain/customers/customer.ts";
import { type PlaceFinding, postalCodeFrom } from "#app/domain/customers/postal-code.ts";
import { env } from "#app/env.server.ts";

const patienceMs = 2000;
const mostBytes = 16_384;
/** After so many silences in a row nobody is asked for a while, so that a dead provider does not cost two seconds each time. */
const mostSilences = 3;
const restMs = 30_000;

const said = z.string().trim().max(160).default("");
const missing = z.object({ erro: z.union([z.literal(true), z.literal("true")]) });
const answer = z.object({
  cep: z.string(),
  logradouro: said,
  bairro: said,
  localidade: said.pipe(z.string().min(1)),
  uf: z.enum(ufs),
});

async function bodyOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    bytes += next.value.byteLength;
    if (bytes > mostBytes) throw new Error("The answer is too long.");
    pieces.push(next.value);
  }
  return Buffer.concat(pieces).toString("utf8");
}

async function ask(base: string, postalCode: string): Promise<PlaceFinding> {
  const response = await fetch(`${base.replace(/\/+$/, "")}/${postalCode}/json/`, {
    headers: { Accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(patienceMs),
  });
  const body = await bodyOf(response);
  if (response.status === 404) return { kind: "unknown" };
  if (!response.ok) return { kind: "silent" };
  const json: unknown = JSON.parse(body);
  if (missing.safeParse(json).success) return { kind: "unknown" };
  const read = answer.parse(json);
  if (postalCodeFrom(read.cep) !== postalCode) return { kind: "silent" };
  const { logradouro: street, bairro: district, localidade: city, uf } = read;
  return { kind: "found", place: { street, district, city, uf } };
}

/**
 * Asks a provider that speaks as ViaCEP does (`BASE/01310100/json/`) where a CEP is. Two seconds at most; an answer that is late,
 * too long, about another CEP or no JSON at all counts as none, and a provider that keeps silent is left alone for half a minute.
 */
export function addressLookup(base: string): (postalCode: string) => Promise<PlaceFinding> {
  let silences = 0;
  let restsUntil = 0;
  return async (postalCode) => {
    if (silences >= mostSilences && performance.now() < restsUntil) return { kind: "silent" };
    const finding = await ask(base, postalCode).catch((): PlaceFinding => ({ kind: "silent" }));
    silences = finding.kind === "silent" ? silences + 1 : 0;
    if (silences >= mostSilences) restsUntil = performance.now() + restMs;
    return finding;
  };
}

/** The look-up this house is set up with; null: addresses are typed by hand. */
export const lookUp = env.ADDRESS_LOOKUP_URL === undefined ? null : addressLookup(env.ADDRESS_LOOKUP_URL);
