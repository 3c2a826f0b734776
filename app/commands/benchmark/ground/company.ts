import type postgres from "postgres";

/** How large the company of the benchmark is. */
export const size = { products: 5_000, customers: 500, categories: 20, suppliers: 10, perPage: 24 } as const;

/**
 * Fills an empty database with the company the figures are measured on: products in categories of suppliers, with a general
 * price and volume breaks, and for every customer an own price of every product.
 */
export async function fillCompany(sql: postgres.Sql): Promise<void> {
  const at = new Date();
  await sql`insert into suppliers (code, name) select 'S' || g, 'Representada ' || g from generate_series(1, ${size.suppliers}) g`;
  await sql`insert into categories (slug, name, position)
    select 'categoria-' || g, 'Categoria ' || g, g from generate_series(1, ${size.categories}) g`;
  await sql`
    insert into products (sku, ean, name, unit, pack_multiple, minimum_quantity, supplier_id, category_id, search_text, created_at)
    select sku, ean, name, 'un', pack, pack, supplier, category,
      lower(name || ' ' || sku || ' ' || ean || ' representada ' || supplier || ' categoria ' || category), ${at}
    from (
      select lpad(g::text, 5, '0') as sku, '789' || lpad(g::text, 10, '0') as ean, 1 + g % ${size.suppliers} as supplier,
        1 + g % ${size.categories} as category, (array[1, 6, 12])[1 + g % 3] as pack,
        (array['Sabonete', 'Detergente', 'Amaciante', 'Shampoo', 'Creme dental', 'Biscoito', 'Arroz', 'Feijao', 'Cafe', 'Suco'])[1 + g % 10]
          || ' ' || (array['lavanda', 'neutro', 'coco', 'limao', 'morango', 'tradicional', 'premium'])[1 + g % 7]
          || ' ' || (90 + g % 400) || ' g' as name
      from generate_series(1, ${size.products}) g
    ) made`;
  await sql`insert into stock (product_id, on_hand) select id, 1000000 from products`;
  await sql`insert into price_tables (code, name, scope, created_at) values ('GERAL', 'Tabela geral', 'general', ${at})`;
  await sql`
    insert into prices (price_table_id, product_id, from_quantity, unit_price_e4)
    select 1, p.id, f.quantity, (50000 + p.id * 37 % 900000) * f.part / 100
    from products p cross join (values (1, 100), (60, 95), (240, 90)) f (quantity, part)`;
  await sql`insert into payment_terms (code, name, days) values ('28', '28 dias', '{28}')`;
  await sql`
    insert into customers (code, legal_name, trade_name, uf, city, access_granted_at, search_text, created_at)
    select 'C' || g, 'Cliente ' || g || ' Ltda', 'Cliente ' || g, (array['SP', 'RJ', 'MG', 'RS'])[1 + g % 4], 'Cidade ' || g % 50,
      ${at}, 'c' || g || ' cliente ' || g, ${at}
    from generate_series(1, ${size.customers}) g`;
  await sql`
    insert into customer_addresses (customer_id, label, street, number, city, uf, postal_code, is_default)
    select id, 'Loja', 'Rua Um', '1', city, uf, '01001000', true from customers`;
  await sql`insert into customer_payment_terms (customer_id, payment_terms_id) select id, 1 from customers`;
  // Two and a half million rows whose keys are known to exist: asking for each again would take most of the time.
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into customer_prices (customer_id, product_id, from_quantity, unit_price_e4)
      select c.id, p.id, 1, 45000 + (p.id * 37 + c.id * 101) % 900000 from customers c cross join products p`;
  });
  await sql`
    insert into users (email, name, role, customer_id, buyer_role, created_at)
    select 'buyer' || id || '@bench.test', 'Comprador ' || id, 'buyer', id, 'orders', ${at} from customers`;
  await sql`insert into users (email, name, role, created_at) values ('manager@bench.test', 'Gestora', 'manager', ${at})`;
  await sql.unsafe("vacuum analyze");
}
