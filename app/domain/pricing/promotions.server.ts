/** The products on a promotion open to the customer on the day (`product_id`); for statements that begin with `askedBy`. */
export const promotedProducts = `
  select pp.product_id from running r join promotion_products pp on pp.promotion_id = r.id where r.scope = 'products'
  union select p.id from running r join products p on p.category_id = r.category_id and p.is_active where r.scope = 'category'
  union select p.id from running r join products p on p.supplier_id = r.supplier_id and p.is_active where r.scope = 'supplier'`;

/** True for a product `p` (id, category_id, supplier_id) on a promotion open to the customer on the day. Expects `askedBy`. */
export const isPromoted = (
  p: string,
): string => `coalesce(${p}.category_id in (select category_id from running where scope = 'category')
  or ${p}.supplier_id in (select supplier_id from running where scope = 'supplier')
  or (select true from promotion_products pp join running r on r.id = pp.promotion_id where pp.product_id = ${p}.id limit 1), false)`;
