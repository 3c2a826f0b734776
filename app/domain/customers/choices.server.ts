import { type SQL, sql } from "drizzle-orm";
import { mostOffered, offeredOf } from "#app/domain/page.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { type Rep, repsOfTheHouse } from "./assignments.server.ts";
import type { Scope } from "./buyer.ts";
import type { CustomerDetails } from "./customer.ts";
import { inScope } from "./customers.server.ts";
import type { CustomerFilter } from "./filter.ts";
import { keptChoices } from "./kept-choices.ts";
import { tagsOfTheHouse } from "./tags.server.ts";

/** Something to choose by its id. */
export interface Named {
  id: number;
  name: string;
}

/** What a form about a customer offers in full; what there may be thousands of is named (`choices`). */
export interface CustomerChoices {
  paymentTerms: Named[];
  segments: string[];
}

/** What the filters over customers offer: only what occurs in the scope. */
export interface FilterChoices {
  reps: Rep[];
  groups: Named[];
  suppliers: Named[];
  tags: string[];
  segments: string[];
  ufs: string[];
  countries: string[];
  cities: string[];
}

const named = (query: SQL, tx: Tx): Promise<Named[]> => tx.execute<{ id: number; name: string }>(query);

const groupsOfTheHouse = (tx: Tx) => named(sql`select id, name from customer_groups order by name`, tx);

/** What the form of a customer offers. */
export async function customerChoices(tx: Tx = db): Promise<CustomerChoices> {
  const [paymentTerms, segments] = await Promise.all([
    named(sql`select id, name from payment_terms where is_active order by days, name`, tx),
    tx.execute<{ segment: string }>(
      sql`select distinct segment from customers where segment is not null order by segment`,
    ),
  ]);
  return { paymentTerms, segments: segments.map((row) => row.segment) };
}

/** What is chosen of a filter's lists, whose names its chips have to say. */
export type Chosen = Pick<CustomerFilter, "rep" | "group" | "supplier" | "tag">;

/**
 * What the filters offer, kept three seconds: of reps, groups, suppliers and tags the first sixty and the chosen ones, by name; of the
 * cities the sixty with most customers.
 */
export async function filterChoices(scope: Scope, chosen: Chosen): Promise<FilterChoices> {
  const kept = await keptChoices(scope.repId, () => readFilterChoices(scope));
  const offered = (rows: Named[], ids: readonly (number | string)[] = []) =>
    offeredOf(rows, ({ id }) => ids.includes(id));
  return {
    ...kept,
    reps: offered(kept.reps, chosen.rep),
    groups: offered(kept.groups, chosen.group),
    suppliers: offered(kept.suppliers, chosen.supplier),
    tags: offeredOf(kept.tags, (tag) => chosen.tag?.includes(tag) ?? false),
  };
}

async function readFilterChoices(scope: Scope): Promise<FilterChoices> {
  const [reps, groups, suppliers, tags, traits] = await Promise.all([
    scope.repId === null ? repsOfTheHouse(db) : [],
    groupsOfTheHouse(db),
    named(sql`select id, name from suppliers where is_active order by name`, db),
    tagsOfTheHouse(db),
    db.execute<{ trait: string; value: string }>(sql`
      with counted as (
        select trait, value, row_number() over (partition by trait order by customers desc, value) as place
        from (
          select case when grouping(segment) = 0 then 'segment' when grouping(uf) = 0 then 'uf' when grouping(country) = 0 then 'country'
            else 'city' end as trait, coalesce(segment, uf, country, city) as value, count(*) as customers
          from customers where ${inScope(scope)} group by grouping sets ((segment), (uf), (country), (city))
        ) traits where value is not null)
      select trait, value from counted where place <= ${mostOffered} order by value`),
  ]);
  const valuesOf = (trait: string) => traits.filter((row) => row.trait === trait).map((row) => row.value);
  return {
    reps,
    groups,
    suppliers,
    tags,
    segments: valuesOf("segment"),
    ufs: valuesOf("uf"),
    countries: valuesOf("country"),
    cities: valuesOf("city"),
  };
}

/** The details with the group that was newly named in the form, made when nobody has used the name yet; a rep names none. */
export async function withNamedGroup(
  scope: Scope,
  said: CustomerDetails & { groupNew: string | null },
  tx: Tx = db,
): Promise<CustomerDetails> {
  const { groupNew, ...details } = said;
  if (!groupNew || scope.repId !== null) return details;
  const [row] = await tx.execute<{ id: number }>(sql`
    insert into customer_groups (name) values (${groupNew}) on conflict (name) do update set name = excluded.name returning id`);
  return { ...details, groupId: row!.id };
}
