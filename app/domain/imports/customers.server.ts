import type postgres from "postgres";
import type { RecordIntake } from "./intake.server.ts";
import { asAmount, asCnpj, asEmail, asText, asUf, type RecordReading, recordRows } from "./record-rows.ts";
import { refuseStaged, settledRecords } from "./settling.server.ts";

const kept = [
  "legal_name",
  "trade_name",
  "state_registration",
  "uf",
  "city",
  "country",
  "segment",
  "email",
  "phone",
  "credit_limit_cents",
];

/** Takes customers in: known by code, else by CNPJ. The file's cells win where they are not empty; the rest stays. */
export async function customerIntake(
  tx: postgres.TransactionSql,
  reading: RecordReading & { reps: Map<string, number> },
): Promise<RecordIntake> {
  await tx.unsafe(`
    create temp table staged_customer (line integer, code text, cnpj text, trade_name text, legal_name text,
      state_registration text, uf text, city text, country text, segment text, email text, phone text, rep_id integer,
      credit_limit_cents bigint, id integer) on commit drop`);
  const take = recordRows(
    reading,
    {
      code: asText,
      cnpj: asCnpj,
      name: asText,
      legalName: asText,
      stateRegistration: asText,
      uf: asUf,
      city: asText,
      country: asText,
      segment: asText,
      email: asEmail,
      phone: asText,
      rep: (text) => reading.reps.get(text.toLowerCase()) ?? null,
      creditLimit: asAmount(reading.mark),
    },
    ({ code, cnpj, name }) => {
      if (code === null && cnpj === null) return { code: "no_code" };
      if (typeof code === "string" && code.length > 60) return { code: "text_too_long" };
      return name === null ? { code: "no_name" } : null;
    },
  );
  return {
    table:
      "staged_customer (line, code, cnpj, trade_name, legal_name, state_registration, uf, city, country, segment, email, phone, rep_id, credit_limit_cents)",
    take,
    async settle({ at }) {
      const rejected = [
        ...(await refuseStaged(tx, "staged_customer", "repeated", repeatedBy("code"), "s.code")),
        ...(await refuseStaged(tx, "staged_customer", "repeated", repeatedBy("cnpj"), "s.cnpj")),
      ];
      await tx.unsafe(`
        update staged_customer s set id = c.id from customers c where c.code = s.code;
        update staged_customer s set id = c.id from customers c where s.id is null and c.cnpj = s.cnpj`);
      const taken = "exists (select 1 from customers c where c.cnpj = s.cnpj and c.id <> s.id)";
      rejected.push(...(await refuseStaged(tx, "staged_customer", "cnpj_taken", taken, "s.cnpj")));
      const [{ staged } = { staged: 0 }] = await tx<
        { staged: number }[]
      >`select count(*) as staged from staged_customer`;
      const changed = await tx.unsafe(`
        update customers c set cnpj = coalesce(s.cnpj, c.cnpj), rep_id = coalesce(s.rep_id, c.rep_id),
          ${kept.map((name) => `${name} = coalesce(s.${name}, c.${name})`).join(", ")}
        from staged_customer s
        where c.id = s.id and (c.cnpj, c.rep_id, ${kept.map((name) => `c.${name}`).join(", ")}) is distinct from
          (coalesce(s.cnpj, c.cnpj), coalesce(s.rep_id, c.rep_id),
            ${kept.map((name) => `coalesce(s.${name}, c.${name})`).join(", ")})`);
      const made = await tx`
        insert into customers (code, cnpj, trade_name, legal_name, state_registration, uf, city, country, segment, email, phone,
          rep_id, credit_limit_cents, is_imported, created_at)
        select coalesce(code, cnpj), cnpj, trade_name, coalesce(legal_name, trade_name), state_registration, uf, city, country,
          segment, email, phone, rep_id, credit_limit_cents, true, ${at}
        from staged_customer where id is null order by line`;
      await followReps(tx, at);
      return settledRecords({ customers: made.count, staged, changed: changed.count }, rejected);
    },
  };
}

const repeatedBy = (column: string) =>
  `exists (select 1 from staged_customer t where t.${column} = s.${column} and t.line > s.line)`;

/** Search text, and the history of who looks after whom, follow what was written. */
async function followReps(tx: postgres.TransactionSql, at: Date): Promise<void> {
  await tx`
    update staged_customer s set id = c.id from customers c where s.id is null and c.code = coalesce(s.code, s.cnpj)`;
  await tx`
    update customers c set search_text =
      lower(unaccent(regexp_replace(concat_ws(' ', c.code, c.cnpj, c.trade_name, c.legal_name, c.city), '\\s+', ' ', 'g')))
    from staged_customer s where c.id = s.id`;
  await tx`
    update portfolio_assignments a set until_at = ${at} from staged_customer s join customers c on c.id = s.id
    where a.customer_id = c.id and a.until_at is null and a.rep_id is distinct from c.rep_id`;
  await tx`
    insert into portfolio_assignments (customer_id, rep_id, from_at)
    select c.id, c.rep_id, ${at} from staged_customer s join customers c on c.id = s.id
    where c.rep_id is not null
      and not exists (select 1 from portfolio_assignments a where a.customer_id = c.id and a.until_at is null)`;
}
