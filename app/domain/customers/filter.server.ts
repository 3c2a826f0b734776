import { type SQL, sql } from "drizzle-orm";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import { searchable } from "#app/domain/text.ts";
import type { Scope } from "./buyer.ts";
import type { CustomerFilter } from "./filter.ts";

const anyOf = (values: (string | number)[]): SQL =>
  sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

function repSql(wanted: NonNullable<CustomerFilter["rep"]>): SQL {
  const ids = wanted.filter((rep) => rep !== "none");
  const named = ids.length > 0 ? sql`customers.rep_id in ${anyOf(ids)}` : sql`false`;
  return ids.length < wanted.length ? sql`(customers.rep_id is null or ${named})` : named;
}

/** Every word typed must occur; a CNPJ may be typed with its marks. */
function wordsSql(q: string): SQL[] {
  const words = searchable(q).split(" ").filter(Boolean);
  return words.map((word) => {
    const plain = /\d/.test(word) ? word.replace(/[./-]/g, "") : word;
    const like = (text: string) => sql`customers.search_text like ${`%${text.replace(/[\\%_]/g, "\\$&")}%`}`;
    return plain !== word && plain !== "" ? sql`(${like(word)} or ${like(plain)})` : like(word);
  });
}

/**
 * The part of a customer filter that the customers' own rows answer (words, rep, segment, tags, place, group, access, renewal)
 * and the scope, as one SQL condition on a table named `customers`. Standing, ABC, channel and supplier are added by portfolio/filter.server.ts.
 */
export function traitsSql(filter: CustomerFilter, scope: Scope, asOf: Date, settings: { renewalDueDays: number }): SQL {
  const asked: SQL[] = [];
  if (scope.repId !== null) asked.push(sql`customers.rep_id = ${scope.repId}`);
  if (filter.q) asked.push(...wordsSql(filter.q));
  if (filter.rep?.length) asked.push(repSql(filter.rep));
  if (filter.segment?.length) asked.push(sql`customers.segment in ${anyOf(filter.segment)}`);
  if (filter.uf?.length) asked.push(sql`customers.uf in ${anyOf(filter.uf)}`);
  if (filter.country?.length) asked.push(sql`customers.country in ${anyOf(filter.country)}`);
  if (filter.city?.length) asked.push(sql`customers.city in ${anyOf(filter.city)}`);
  if (filter.group?.length) asked.push(sql`customers.group_id in ${anyOf(filter.group)}`);
  if (filter.tag?.length) {
    asked.push(sql`exists (select 1 from customer_tags join tags on tags.id = customer_tags.tag_id
      where customer_tags.customer_id = customers.id and tags.name in ${anyOf(filter.tag)})`);
  }
  if (filter.access === "granted") {
    asked.push(
      sql`customers.access_granted_at is not null and customers.access_granted_at <= ${asOf.toISOString()}::timestamptz`,
    );
  }
  if (filter.access === "none") {
    asked.push(
      sql`(customers.access_granted_at is null or customers.access_granted_at > ${asOf.toISOString()}::timestamptz)`,
    );
  }
  if (filter.renewal === "due") {
    const today = dayOf(asOf);
    asked.push(
      sql`customers.agreement_ends_on between ${today}::date and ${daysAfter(today, settings.renewalDueDays)}::date`,
    );
  }
  return asked.length > 0 ? sql`(${sql.join(asked, sql` and `)})` : sql`true`;
}
