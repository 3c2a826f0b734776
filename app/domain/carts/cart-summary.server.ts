/**
 * The query for the open cart of a buyer in two numbers (`lines`, `cents`), at the prices last shown. `customerId` and `buyerId` are
 * columns of the statement it stands in: who holds a session is read together with their cart.
 */
export const openCartOf = ({ customerId, buyerId }: { customerId: string; buyerId: string }): string => `
  select count(l.product_id)::int as lines,
    coalesce(sum(round(l.quantity * l.shown_unit_price_e4 / 100.0)), 0)::float8 as cents
  from carts o
  left join cart_lines l on l.customer_id = o.customer_id and l.cart_id = o.id
  where o.customer_id = ${customerId} and o.buyer_id = ${buyerId} and o.is_current`;
