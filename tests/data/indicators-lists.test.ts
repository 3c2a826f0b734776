import { expect, test } from "vitest";
import type { ReadingFilter } from "#app/domain/indicators/indicator.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { register } from "#app/domain/indicators/register.server.ts";
import { rowsBehind } from "#app/domain/indicators/rows.server.ts";
import { sql } from "#db/connection.server.ts";
import { asking, purchaseDays, takeInRealOrders } from "#tests/builders/real-orders.ts";

await takeInRealOrders();

test("whatever the number and the filter, as many rows are listed as were counted", async () => {
  const counted = ["standing", "days-since-last-order", "abc", "positivation", "new-customers", "mix", "orders"];
  const filters: ReadingFilter[] = [{}, { country: ["United Kingdom"] }, { standing: ["active"] }, { abc: ["A"] }];
  for (const key of counted) {
    for (const filter of filters) {
      const asked = asking({ filter });
      const { value, values } = await read(key, asked);
      const { page } = await rowsBehind(key, asked, { page: 1, pageSize: 10 });
      const said = key === "mix" || key === "days-since-last-order" ? values.customers : value;
      expect(page.total, `${key} ${JSON.stringify(filter)}`).toBe(said);
    }
  }
});

test("every indicator can be read, month by month, by each of its dimensions, and each slice opens", {
  timeout: 120_000,
}, async () => {
  for (const { key, dims } of register) {
    const whole = await read(key, asking({ every: "month" }), "en");
    expect(whole.name.length, key).toBeGreaterThan(2);
    await Promise.all(
      dims.map(async (by) => {
        const asked = asking({ by });
        const [slice] = (await read(key, asked)).slices;
        if (slice) await rowsBehind(key, asked, { slice: slice.key, page: 1, pageSize: 5 });
      }),
    );
    for (const slice of whole.slices.slice(0, 3)) {
      const { page } = await rowsBehind(key, asking(), { slice: slice.key, page: 1, pageSize: 5 });
      if (["standing", "abc", "positivation"].includes(key))
        expect(page.total, `${key} ${slice.key}`).toBe(slice.value);
    }
  }
});

test("a rep's number is only of the rep's customers", async () => {
  const [rep] = await sql<{ id: number }[]>`
    insert into users (email, name, role, created_at) values ('rui@casa.test', 'Rui', 'rep', now()) returning id`;
  const id = rep?.id as number;
  const customers = await purchaseDays();
  const own = customers.slice(0, 3).map(({ customer }) => customer);
  await sql`update customers set rep_id = ${id} where id in ${sql(own)}`;
  const scope = { userId: id, repId: id };
  const { value, values } = await read("standing", asking({ scope }));
  expect(value).toBe(3);
  expect(values.prospect).toBe(0);
  const { page } = await rowsBehind("revenue", asking({ scope }), { page: 1, pageSize: 500 });
  expect(new Set(page.rows.map((row) => row.customerId))).toEqual(new Set(own));
});

test("an indicator that does not exist and a dimension it does not have are refused", async () => {
  await expect(read("moon", asking())).rejects.toMatchObject({ code: "not_found" });
  await expect(read("renewals-due", asking({ by: "month" }))).rejects.toMatchObject({ code: "invalid_input" });
});
