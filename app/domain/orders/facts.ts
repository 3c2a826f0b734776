/**
 * What orders add to `customer_days`, as SQL text: counted orders and their value, and returns on their own day.
 * `condition` chooses the orders (`o`); bonus orders add nothing. Whoever adds asks for orders that are not cancelled.
 */
export const customerDaysFrom = (condition: string): string => `
  select o.customer_id, o.placed_on as day, o.channel,
    count(*) filter (where o.kind = 'order') as orders,
    coalesce(sum(o.goods_cents) filter (where o.kind = 'order'), 0) as gross_cents,
    coalesce(-sum(o.goods_cents) filter (where o.kind = 'return'), 0) as returns_cents
  from orders o
  where not o.is_bonus and (${condition})
  group by o.customer_id, o.placed_on, o.channel
  having count(*) filter (where o.kind = 'order') > 0 or sum(o.goods_cents) <> 0`;

/** What the lines of orders add to `product_days`, as SQL text; an order that holds a product in two lines counts once. */
export const productDaysFrom = (condition: string): string => `
  select o.customer_id, l.product_id, o.placed_on as day, o.channel,
    count(distinct o.id) filter (where o.kind = 'order') as orders,
    coalesce(sum(l.quantity) filter (where o.kind = 'order'), 0) as quantity,
    coalesce(sum(l.total_cents) filter (where o.kind = 'order'), 0) as gross_cents,
    coalesce(-sum(l.quantity) filter (where o.kind = 'return'), 0) as returned_quantity,
    coalesce(-sum(l.total_cents) filter (where o.kind = 'return'), 0) as returns_cents
  from orders o
  join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
  where not o.is_bonus and (${condition})
  group by o.customer_id, l.product_id, o.placed_on, o.channel`;

/** Adds rows of the shape of `customerDaysFrom` to the facts. */
export const addCustomerDays = (rows: string): string => `
  insert into customer_days as f (customer_id, day, channel, orders, gross_cents, returns_cents)
  ${rows} order by 1, 2, 3
  on conflict (customer_id, day, channel) do update set
    orders = f.orders + excluded.orders,
    gross_cents = f.gross_cents + excluded.gross_cents,
    returns_cents = f.returns_cents + excluded.returns_cents`;

/**
 * Notes the months of those of these days (rows `day`) that are over, for whoever changes their facts: what was counted of such a
 * month and is kept (`past.server.ts`) is counted anew then.
 */
export const noteOfPast = (days: string): string => `
  insert into past_changes (month) select distinct date_trunc('month', day)::date from (${days}) d
  where day < (now() at time zone 'America/Sao_Paulo')::date`;

/** Adds rows of the shape of `productDaysFrom` to the facts. */
export const addProductDays = (rows: string): string => `
  insert into product_days as f
    (customer_id, product_id, day, channel, orders, quantity, gross_cents, returned_quantity, returns_cents)
  ${rows} order by 1, 2, 3, 4
  on conflict (customer_id, product_id, day, channel) do update set
    orders = f.orders + excluded.orders,
    quantity = f.quantity + excluded.quantity,
    gross_cents = f.gross_cents + excluded.gross_cents,
    returned_quantity = f.returned_quantity + excluded.returned_quantity,
    returns_cents = f.returns_cents + excluded.returns_cents`;

/** The same as `addProductDays`, for whoever holds the table alone and knows that none of these days is there yet. */
export const newProductDays = (rows: string): string => `
  insert into product_days
    (customer_id, product_id, day, channel, orders, quantity, gross_cents, returned_quantity, returns_cents)
  ${rows} order by 1, 2, 3, 4`;

/** The same as `addProductDays`, for whoever holds the table alone and has many rows. */
export const mergeProductDays = (rows: string): string => `
  merge into product_days f using (${rows} order by 1, 2, 3, 4) c
  on f.customer_id = c.customer_id and f.product_id = c.product_id and f.day = c.day and f.channel = c.channel
  when matched then update set
    orders = f.orders + c.orders, quantity = f.quantity + c.quantity, gross_cents = f.gross_cents + c.gross_cents,
    returned_quantity = f.returned_quantity + c.returned_quantity, returns_cents = f.returns_cents + c.returns_cents
  when not matched then insert
    (customer_id, product_id, day, channel, orders, quantity, gross_cents, returned_quantity, returns_cents)
    values (c.customer_id, c.product_id, c.day, c.channel, c.orders, c.quantity, c.gross_cents, c.returned_quantity,
      c.returns_cents)`;

/**
 * Takes what the chosen orders had added out of the facts again; five statements, to run in this order in one transaction.
 * A day on which nothing is left disappears.
 */
export const takeAway = (condition: string): string[] => [
  noteOfPast(`select o.placed_on as day from orders o where ${condition}`),
  `update customer_days f set
     orders = f.orders - c.orders, gross_cents = f.gross_cents - c.gross_cents, returns_cents = f.returns_cents - c.returns_cents
   from (${customerDaysFrom(condition)}) c
   where f.customer_id = c.customer_id and f.day = c.day and f.channel = c.channel`,
  `delete from customer_days f using orders o
   where (${condition}) and f.customer_id = o.customer_id and f.day = o.placed_on and f.channel = o.channel
     and f.orders = 0 and f.gross_cents = 0 and f.returns_cents = 0`,
  `update product_days f set
     orders = f.orders - c.orders, quantity = f.quantity - c.quantity, gross_cents = f.gross_cents - c.gross_cents,
     returned_quantity = f.returned_quantity - c.returned_quantity, returns_cents = f.returns_cents - c.returns_cents
   from (${productDaysFrom(condition)}) c
   where f.customer_id = c.customer_id and f.product_id = c.product_id and f.day = c.day and f.channel = c.channel`,
  `delete from product_days f using orders o
   where (${condition}) and f.customer_id = o.customer_id and f.day = o.placed_on and f.channel = o.channel
     and f.orders = 0 and f.quantity = 0 and f.gross_cents = 0 and f.returned_quantity = 0 and f.returns_cents = 0`,
];

/** Days on which the facts say something else than the orders do, as SQL text: no row means that they agree. */
export const differences = `
  with told as (${customerDaysFrom("o.cancelled_at is null")}),
  told_products as (${productDaysFrom("o.cancelled_at is null")})
  select 'customer_days' as fact, customer_id as "customerId", null::integer as "productId", day::text as day, channel,
    to_jsonb(f) as kept, to_jsonb(t) as told
  from customer_days f full join told t using (customer_id, day, channel)
  where (coalesce(f.orders, 0), coalesce(f.gross_cents, 0), coalesce(f.returns_cents, 0))
    is distinct from (coalesce(t.orders, 0), coalesce(t.gross_cents, 0), coalesce(t.returns_cents, 0))
  union all
  select 'product_days', customer_id, product_id, day::text, channel, to_jsonb(f), to_jsonb(t)
  from product_days f full join told_products t using (customer_id, product_id, day, channel)
  where (coalesce(f.orders, 0), coalesce(f.quantity, 0), coalesce(f.gross_cents, 0), coalesce(f.returned_quantity, 0),
      coalesce(f.returns_cents, 0))
    is distinct from (coalesce(t.orders, 0), coalesce(t.quantity, 0), coalesce(t.gross_cents, 0),
      coalesce(t.returned_quantity, 0), coalesce(t.returns_cents, 0))`;
