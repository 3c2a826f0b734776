import type postgres from "postgres";

/** How many price tables there are, and how many of them say every price themselves. */
export const tablesSize = { all: 3_000, full: 12 } as const;

/**
 * Puts price tables into a catalogue that is there already: a few that say every price, thousands made of them, one or two floors
 * up, for states, groups, single suppliers and customers; payment terms that change prices, promotions, taxes.
 */
export async function fillPriceTables(sql: postgres.Sql): Promise<void> {
  const at = new Date();
  const { all, full } = tablesSize;
  await sql`insert into customer_groups (name) select 'Rede ' || g from generate_series(1, 200) g`;
  await sql`insert into price_tables (code, name, scope, created_at)
    select 'CHEIA' || g, 'Tabela cheia ' || g, 'assigned', ${at} from generate_series(1, ${full}) g`;
  await sql`insert into prices (price_table_id, product_id, from_quantity, unit_price_e4)
    select t.id, pr.product_id, pr.from_quantity, pr.unit_price_e4 * (100 - t.id) / 100
    from price_tables t join prices pr on pr.price_table_id = 1 and pr.from_quantity < 240 where t.code like 'CHEIA%'`;
  const made = async (
    scope: string,
    from: number,
    to: number,
    columns: { uf?: boolean; group?: boolean; supplier?: boolean },
  ) =>
    sql`insert into price_tables (code, name, scope, uf, group_id, supplier_id, base_table_id, base_basis_points, created_at)
      select ${scope} || g, 'Tabela ' || ${scope} || ' ' || g, ${scope},
        case when ${columns.uf === true} then (array['SP','RJ','MG','RS','PR','SC','BA','PE','CE','GO','DF','ES','MT','MS','PA'])[1 + (g - 1) % 15] end,
        case when ${columns.group === true} then 1 + (g - 1) % 200 end, case when ${columns.supplier === true} then 1 + (g - 1) / 15 % 30 end,
        case when g % 3 = 0 then (select max(id) from price_tables where base_table_id in (select id from price_tables where code like 'CHEIA%'))
          else 2 + g % ${full} end, -g % 900, ${at}
      from generate_series(${from}::int, ${to}::int) g`;
  await made("assigned", 1, 2, {});
  await made("uf", 3, 17, { uf: true });
  await made("uf", 18, 317, { uf: true, supplier: true });
  await made("group", 318, 517, { group: true });
  await made("assigned", 518, all - full + 2, {});
  await sql`update customers set uf = (array['SP','RJ','MG','RS','PR','SC','BA','PE','CE','GO','DF','ES','MT','MS','PA'])[1 + id % 15],
    group_id = case when id % 3 = 0 then 1 + id % 200 end,
    price_table_id = case when id % 3 = 1 then (select t.id from price_tables t where t.scope = 'assigned' order by (t.id * 7919 + customers.id) % 3001 limit 1) end`;
  await sql`insert into payment_terms (code, name, days, price_basis_points)
    values ('AV', 'À vista', '{0}', -300), ('14', '14 dias', '{14}', -150), ('28', '28 dias', '{28}', 0), ('84', '28/56/84', '{28,56,84}', 200)`;
  await sql`insert into customer_prices (customer_id, product_id, unit_price_e4)
    select c.id, p.id, 45000 + (p.id * 37 + c.id * 101) % 900000 from customers c join products p on p.id % 50 = c.id % 50`;
  await sql`insert into promotions (name, off_basis_points, from_quantity, scope, supplier_id, audience, uf, valid_from, valid_until, created_at)
    select 'Oferta ' || g, 300 + g * 10, (array[1, 12, 60])[1 + g % 3], case when g <= 2 then 'supplier' else 'products' end,
      case when g <= 2 then g end, case when g % 4 = 0 then 'uf' else 'all' end, case when g % 4 = 0 then 'SP' end,
      current_date - 5, current_date + 25, ${at} from generate_series(1, 60) g`;
  await sql`insert into promotion_products (product_id, promotion_id)
    select 1 + (p.id * 7919 + g * 241) % (select count(*)::int from products), p.id
    from promotions p cross join generate_series(1, 60) g where p.scope = 'products' on conflict do nothing`;
  await sql`insert into tax_rules (component, basis_points, category_id, uf, valid_from, created_at)
    select n, 300 + c.id * 40, c.id, u, '2026-01-01', ${at} from categories c
      cross join (values ('IPI', null), ('ICMS-ST', 'SP'), ('ICMS-ST', 'RJ'), ('ICMS-ST', 'MG'), ('ICMS-ST', 'RS')) r (n, u)`;
  await sql.unsafe("vacuum analyze");
}
