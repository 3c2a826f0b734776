/** The products on a promotion open to the customer on the day (`product_id`); for statements that begin with `askedBy`. */
export const promotedProducts = `
  select pp.product_id from running r join promotion_products pp on pp.promotion_id = r.id where r.scope = 'products'
  union select p.id from running r join products p on p.category_id = r.category_id and p.is_active where r.scope = 'category'
  union select p.id from running r join products p on p.supplier_id = r.supplier_id and p.is_active where r.scope = 'supplier'`;
