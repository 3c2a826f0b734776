import { asOfFrom, isDay } from "#app/domain/period.ts";
import {
  type Dimension,
  dimensions,
  type ReadingFilter,
  type ReadingScope,
  readingFilterShape,
  type Step,
  steps,
} from "./indicator.ts";

/** What an address or a command asks of an indicator, without saying who asks. */
export type ReadingQuery = Omit<ReadingScope, "scope">;

export const filterNames = Object.keys(readingFilterShape.shape) as (keyof ReadingFilter)[];
const single = new Set(["q", "access", "renewal"]);

function filterFrom(params: URLSearchParams, wrong: string[]): ReadingFilter {
  const asked: Record<string, string | string[]> = {};
  for (const name of filterNames) {
    const said = params.getAll(name).filter((value) => value !== "");
    if (said.length > 0) asked[name] = single.has(name) ? (said[0] as string) : said;
  }
  const read = readingFilterShape.safeParse(asked);
  if (read.success) return read.data;
  const refused = new Set(read.error.issues.map((issue) => String(issue.path[0])));
  wrong.push(...refused);
  const rest = Object.fromEntries(Object.entries(asked).filter(([name]) => !refused.has(name)));
  return readingFilterShape.parse(rest);
}

/**
 * Reads what an address (or the options of a command, or the API) asks: `from to asOf by every of` and the filters. What
 * cannot be read is left out and named in `wrong`. A bare day as `asOf` is its first moment; without one the reading is as of
 * `now`, or as of the end of a period that is over.
 */
export function readingFromQuery(params: URLSearchParams, now: Date): { query: ReadingQuery; wrong: string[] } {
  const wrong: string[] = [];
  const one = <T>(name: string, reader: (said: string) => T | null): T | null => {
    const said = params.get(name);
    if (said === null || said === "") return null;
    const value = reader(said);
    if (value === null) wrong.push(name);
    return value;
  };
  const day = (said: string) => (isDay(said) ? said : null);
  const from = one("from", day);
  const to = one("to", day);
  const end = to === null ? null : asOfFrom(to);
  const asOf = one("asOf", asOfFrom) ?? (end !== null && end < now ? end : now);
  const by = one("by", (said) => dimensions.find((known) => known === said) ?? null);
  const every = one("every", (said) => steps.find((known) => known === said) ?? null);
  const of = one("of", (said) => (said === "products" || said === "customers" ? said : null));
  return { query: { from, to, asOf, by, every, of: of ?? "customers", filter: filterFrom(params, wrong) }, wrong };
}

/** The filters as text, by name: what a reading repeats, what chips show and addresses carry. */
export function filtersOf(filter: ReadingFilter): Record<string, string[]> {
  const named = filterNames.map((name): [string, string[]] => [name, [filter[name] ?? []].flat().map(String)]);
  return Object.fromEntries(named.filter(([, values]) => values.length > 0));
}

/** The parameters that ask the same again. */
export function paramsOf(query: Partial<ReadingQuery> & { filter: ReadingFilter }): URLSearchParams {
  const params = new URLSearchParams();
  if (query.from) params.set("from", query.from);
  if (query.to) params.set("to", query.to);
  if (query.asOf) params.set("asOf", query.asOf.toISOString());
  if (query.by) params.set("by", query.by satisfies Dimension);
  if (query.every) params.set("every", query.every satisfies Step);
  if (query.of === "products") params.set("of", query.of);
  for (const [name, values] of Object.entries(filtersOf(query.filter)))
    for (const value of values) params.append(name, value);
  return params;
}

/** Where the API lists the rows behind a number. */
export const rowsAddress = (key: string, reading: ReadingScope): string =>
  `/api/v1/indicators/${key}/rows?${paramsOf({ ...reading, every: null, by: null })}`;
