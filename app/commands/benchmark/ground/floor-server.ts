import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import postgres from "postgres";

// The floor: plain node:http and postgres.js, one prepared query or one transaction, none of the real work.
const sql = postgres(process.env.DATABASE_URL as string, {
  max: 10,
  types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
});

const routes: Record<string, (params: URLSearchParams) => Promise<unknown>> = {
  "/catalogue": (params) => sql`
    select p.sku, p.name, p.unit, p.pack_multiple, p.picture, s.on_hand - s.reserved as available,
      coalesce(cp.unit_price_e4, g.unit_price_e4) as price
    from products p
    left join stock s on s.product_id = p.id
    left join customer_prices cp on cp.customer_id = ${Number(params.get("customer"))} and cp.product_id = p.id and cp.from_quantity = 1
    left join prices g on g.price_table_id = 1 and g.product_id = p.id and g.from_quantity = 1
    where p.is_active and p.category_id = ${Number(params.get("category"))}
    order by p.name, p.id limit 24 offset ${Number(params.get("offset"))}`,

  "/customers": (params) => sql`
    select code, trade_name, city, uf from customers where search_text like ${`%${params.get("q")}%`} order by trade_name limit 50`,

  "/order": async (params) => {
    const [customer, product, quantity] = ["customer", "product", "quantity"].map((name) => Number(params.get(name)));
    const [customerId, productId, units] = [customer ?? 0, product ?? 0, quantity ?? 0];
    return sql.begin(async (tx) => {
      const [held] = await tx`
        update stock set reserved = reserved + ${units}
        where product_id = ${productId} and on_hand - reserved >= ${units} returning product_id`;
      if (!held) return { ordered: null };
      const number = `F${process.hrtime.bigint()}`;
      const [order] = await tx`
        insert into orders (customer_id, number, placed_at, placed_on, channel, goods_cents)
        values (${customerId}, ${number}, now(), current_date, 'other', ${units * 1000}) returning id`;
      await tx`
        insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
        values (${customerId}, ${order?.id}, 1, ${productId}, 'sku', 'name', ${units}, 100000, ${units * 1000})`;
      return { ordered: number };
    });
  },
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "/", query] = (request.url ?? "/").split("?");
  const route = routes[path];
  if (!route) {
    response.writeHead(404).end();
    return;
  }
  const body = JSON.stringify(await route(new URLSearchParams(query)));
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) }).end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("serving"));
process.on("disconnect", () => process.exit(0));
