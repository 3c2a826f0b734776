import { type SQL, sql } from "drizzle-orm";
import { cnpjFrom } from "#app/domain/cnpj.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { inScope } from "#app/domain/customers/customers.server.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { type Reason, Refusal, refuseFor } from "#app/domain/refusal.ts";
import { searchable } from "#app/domain/text.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { type Choice, type ChoiceKind, mostCandidates, namedInFull, type SaidChoice, wordsOfChoice } from "./choice.ts";

const pageSize = 20;

type ChoiceRow = Choice & { total: number } & Record<string, unknown>;

const withCode = (code: SQL) => sql`name || ' · ' || ${code}`;
const withCodeOfTwins = (code: SQL) =>
  sql`case when count(*) over (partition by unaccent(lower(name))) > 1 then name || ' · ' || ${code} else name end`;
/** Of the house as a whole a rep is offered nothing. */
const ofTheHouse = (scope: Scope) => (scope.repId === null ? sql`true` : sql`false`);

const tables = sql`select id, code, name, ${withCode(sql`code`)} as said, code as detail,
  unaccent(lower(name || ' ' || code)) as search, scope, is_active from price_tables`;

const byName = (
  from: SQL,
) => sql`select id, name as code, name, name as said, null as detail, unaccent(lower(name)) as search,
  true as is_offered from ${from}`;

/** Everything of a kind the scope may know of, and whether it is offered; names and codes as one search text beside it. */
const sources: Record<ChoiceKind, (scope: Scope) => SQL> = {
  customer: (scope) => sql`select id, code, trade_name as name, trade_name || ' · ' || code as said,
    concat_ws(' · ', code, nullif(concat_ws('/', city, uf), '')) as detail, search_text as search, true as is_offered
    from customers where ${inScope(scope)}`,
  rep: (scope) => sql`select id, email as code, name, ${withCodeOfTwins(sql`email`)} as said, email as detail,
    unaccent(lower(name || ' ' || email)) as search, role = 'rep' and not is_disabled as is_offered
    from users where role <> 'buyer' and ${ofTheHouse(scope)}`,
  "price-table": (scope) => sql`select t.*, is_active and scope = 'assigned' as is_offered
    from (${tables}) t where ${ofTheHouse(scope)}`,
  "table-to-copy": (scope) => sql`select t.*, true as is_offered from (${tables}) t where ${ofTheHouse(scope)}`,
  supplier: () => sql`select id, code, name, ${withCodeOfTwins(sql`code`)} as said, code as detail,
    unaccent(lower(name || ' ' || code)) as search, is_active as is_offered from suppliers`,
  category: () => sql`select id, slug as code, name, ${withCodeOfTwins(sql`slug`)} as said, null as detail,
    unaccent(lower(name || ' ' || slug)) as search, true as is_offered from categories`,
  group: () => byName(sql`customer_groups`),
  tag: () => byName(sql`tags`),
  city: (scope) =>
    byName(
      sql`(select min(id) as id, city as name from customers where city is not null and ${inScope(scope)} group by city) t`,
    ),
};

const columns = sql`c.id, c.code, c.name, c.said, c.detail`;
const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Holds every word; a CNPJ is looked for as it is kept. */
function holding(said: string): SQL {
  const words = wordsOfChoice(cnpjFrom(said) ?? said);
  const each = words.map((word) => sql`c.search like unaccent(lower(${`%${escaped(word)}%`}))`);
  return sql.join([sql`true`, ...each], sql` and `);
}

/** What is named in full first, then what begins so, then by name. */
const closestFirst = (said: string): SQL =>
  said === ""
    ? sql`c.name, c.id`
    : sql`c.said = ${said} desc, lower(c.code) = lower(${said}) desc, lower(c.said) = lower(${said}) desc, unaccent(lower(c.name)) = unaccent(lower(${said})) desc,
        c.search like unaccent(lower(${`${escaped(searchable(said))}%`})) desc, c.name, c.id`;

/** A page of what of a kind can be chosen, by words of name or code; the closest first. Past its end there is nothing. */
export async function choicesIn(
  scope: Scope,
  kind: ChoiceKind,
  { q, page }: { q: string; page: number },
  tx: Tx = db,
): Promise<Page<Choice>> {
  const said = q.trim();
  const rows = await tx.execute<ChoiceRow>(sql`
    select ${columns}, count(*) over ()::int as total from (${sources[kind](scope)}) c
    where c.is_offered and ${holding(said)} order by ${closestFirst(said)} limit ${pageSize} offset ${offsetOf(page, pageSize)}`);
  return { rows, total: rows[0]?.total ?? 0, page, pageSize };
}

/** What stands in a field for the choice it has; null for none, and for one the scope may not know of. */
export async function saidFor(scope: Scope, kind: ChoiceKind, id: number | null, tx: Tx = db): Promise<string | null> {
  if (id === null) return null;
  const [row] = await tx.execute<{ said: string }>(
    sql`select c.said from (${sources[kind](scope)}) c where c.id = ${id}`,
  );
  return row?.said ?? null;
}

/** What stands in each field of a form for the choice it has. */
export async function saidOf<Field extends string>(
  scope: Scope,
  has: Record<Field, readonly [ChoiceKind, number | null]>,
): Promise<Record<Field, string | null>> {
  const entries = Object.entries<readonly [ChoiceKind, number | null]>(has);
  const said = await Promise.all(entries.map(async ([field, [kind, id]]) => [field, await saidFor(scope, kind, id)]));
  return Object.fromEntries(said) as Record<Field, string | null>;
}

async function candidatesOf(scope: Scope, { kind, said, kept }: SaidChoice & { said: string }, tx: Tx) {
  const among = (condition: SQL, order: SQL) =>
    tx.execute<ChoiceRow>(sql`
      select ${columns}, count(*) over ()::int as total from (${sources[kind](scope)}) c
      where (c.is_offered or c.id = ${kept}) and ${condition} order by ${order} limit 50`);
  const rows = await among(holding(said), closestFirst(said));
  if (rows.length > 0) return rows;
  const wanted = searchable(said);
  return among(
    sql`word_similarity(${wanted}, c.search) > 0.45`,
    sql`word_similarity(${wanted}, c.search) desc, c.name`,
  );
}

async function chosenOne(
  scope: Scope,
  field: string,
  wish: SaidChoice,
  tx: Tx,
): Promise<{ choice: Choice | null; reasons: Reason[] }> {
  const said = wish.said?.trim() ?? "";
  if (said === "") return { choice: null, reasons: [] };
  const rows = await candidatesOf(scope, { ...wish, said }, tx);
  const named: Choice[] = cnpjFrom(said) && rows.length === 1 ? rows : namedInFull(said, rows);
  const [certain] = named;
  if (certain && named.length === 1) return { choice: certain, reasons: [] };
  const shown = (named.length > 1 ? named : rows).slice(0, mostCandidates);
  const total = named.length > 1 ? named.length : (rows[0]?.total ?? 0);
  const details = { field, said, candidates: shown.map((row) => row.said).join("; "), more: total - shown.length };
  return { choice: null, reasons: [{ code: named.length > 1 ? "choice_ambiguous" : "choice_unknown", details }] };
}

/**
 * What a form's words mean, field by field: a code, or the only one of that name; null where nothing was typed. What is unknown or could be
 * several is refused, naming the field and the candidates, all fields at once.
 */
export async function chosenBy<Field extends string>(
  scope: Scope,
  wishes: Record<Field, SaidChoice>,
  tx: Tx = db,
): Promise<Record<Field, Choice | null>> {
  const fields = Object.keys(wishes) as Field[];
  const found = await Promise.all(fields.map((field) => chosenOne(scope, field, wishes[field], tx)));
  refuseFor(found.flatMap(({ reasons }) => reasons));
  return Object.fromEntries(fields.map((field, at) => [field, found[at]?.choice ?? null])) as Record<
    Field,
    Choice | null
  >;
}

/** The customer that words mean, for a form that is about one; refused as `chosenBy` refuses, under the name `customer`. */
export async function customerMeant(scope: Scope, said: string, tx: Tx = db): Promise<Choice> {
  const { customer } = await chosenBy(scope, { customer: { kind: "customer", said, kept: null } }, tx);
  if (!customer) throw new Refusal("invalid_input", { field: "customer" });
  return customer;
}
