import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { pricedCustomer, priceFactsOf, pricing, termsWantedBy } from "#app/domain/pricing/price-facts.server.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { choiceAmong, likest, mostCandidates } from "./entry-choice.ts";
import {
  askedRow,
  type Because,
  candidateOf,
  type EnteredRow,
  type EntryProduct,
  type EntryRow,
  judgedRow,
  readingsOf,
  unitsSaid,
} from "./entry-row.ts";
import { type Finding, findingsFor, type Sought } from "./entry-search.server.ts";
import { deliveryOf } from "./open-cart.server.ts";

/** The products with these codes or numbers as this buyer finds them: packing, stock, prices, purchases, and what the cart holds. */
async function productsFor(buyer: Buyer, skus: string[], ids: number[], on: Day, tx: Tx): Promise<EntryProduct[]> {
  if (skus.length === 0 && ids.length === 0) return [];
  return preparedRows<EntryProduct>(
    sql`with ${pricedCustomer(buyer.customerId, on, termsWantedBy(buyer.userId))}, ${pricing}, w as (
      select id from products where sku in (select jsonb_array_elements_text(${JSON.stringify(skus)}::jsonb))
      union select value::int from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)
    )
    select p.id as "productId", p.sku, p.name, p.unit, p.pack_multiple as "packMultiple",
      p.minimum_quantity as "minimumQuantity", p.is_active as "isActive", coalesce(p.picture, g.picture) as picture,
      p.supplier_id as "supplierId", u.name as "supplierName", coalesce(u.minimum_order_cents, 0) as "supplierMinimumCents",
      coalesce(s.on_hand - s.reserved, 0) as available, coalesce(l.quantity, 0) as "inCart",
      coalesce((select sum(d.orders) from product_days d
        where d.customer_id = ${buyer.customerId}::int and d.product_id = p.id and d.orders > 0), 0)::int as bought,
      ${priceFactsOf("p", "coalesce(a.uf, c.uf)")} as prices
    from w
    join products p on p.id = w.id
    left join categories g on g.id = p.category_id
    left join suppliers u on u.id = p.supplier_id
    left join stock s on s.product_id = p.id
    left join carts k on k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int and k.is_current
    ${deliveryOf(sql`${buyer.customerId}::int`)}
    left join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id and l.product_id = p.id`,
    tx,
  );
}

/** What a line means: a product and why, and the others it may mean. */
interface Answer {
  product: EntryProduct | null;
  because: Because | null;
  candidates: EntryProduct[];
}

const noAnswer: Answer = { product: null, because: null, candidates: [] };

/** What one reading of a line finds: a code before an alias before a name. */
function answerTo(wanted: string, findings: Finding[], products: Map<number, EntryProduct>, on: Day): Answer {
  const by = (way: Finding["by"]) =>
    findings.flatMap((finding) => (finding.by === way ? (products.get(finding.productId) ?? []) : []));
  const sold = (way: Finding["by"]) => by(way).filter((product) => candidateOf(product, on) !== null);
  const [code = by("code")[0]] = sold("code");
  const [alias] = sold("alias");
  const named = [...new Map(sold("name").map((product) => [product.productId, product])).values()];
  const choice = choiceAmong(
    wanted,
    named.map((product) => ({ ...product, id: product.productId })),
  );
  const ranked = choice.candidates.flatMap((id) => products.get(id) ?? []);
  const candidates = [...ranked, ...likest(wanted, sold("likeness"))].slice(0, mostCandidates);
  if (code) return { product: code, because: "code", candidates };
  if (alias) return { product: alias, because: "alias", candidates };
  const certain = choice.certain === null ? undefined : products.get(choice.certain);
  return certain ? { product: certain, because: choice.because, candidates } : { ...noAnswer, candidates };
}

/** The first reading that is certain, else what the first one that finds anything finds; asked about, nothing is certain. */
function answerAmong(answers: Answer[], isAsked: boolean): Answer {
  const certain = answers.find((answer) => answer.product !== null);
  if (certain?.product && isAsked) {
    const others = certain.candidates.filter((one) => one !== certain.product);
    return { ...noAnswer, candidates: [certain.product, ...others].slice(0, mostCandidates) };
  }
  return certain ?? answers.find((answer) => answer.candidates.length > 0) ?? noAnswer;
}

/**
 * The lines of a quick order as they stand: each with its product at the customer's own price and what stands against it, or as a
 * question with the products that may be meant. Four statements at most, however many lines there are; none is dropped.
 */
export async function enteredRows(buyer: Buyer, rows: EntryRow[], at: Date, tx: Tx = db): Promise<EnteredRow[]> {
  const on = dayOf(at);
  const places = new Map<EntryRow, number[]>();
  const sought: Sought[] = [];
  for (const row of rows) {
    if (row.sku !== "") continue;
    places.set(
      row,
      readingsOf(row).map(({ wanted }) => sought.push({ at: sought.length, row: row.id, wanted }) - 1),
    );
  }
  const findings = await findingsFor(buyer, sought, on, tx);
  const skus = [...new Set(rows.map((row) => row.sku).filter(Boolean))];
  const ids = [...new Set(findings.map((finding) => finding.productId))];
  const all = await productsFor(buyer, skus, ids, on, tx);
  const byId = new Map(all.map((product) => [product.productId, product]));
  const bySku = new Map(all.map((product) => [product.sku, product]));
  const answers = rows.map((row): Answer => {
    const known = bySku.get(row.sku);
    if (known) return { product: known, because: row.because ?? "code", candidates: [] };
    const asked = (places.get(row) ?? []).map((place) => {
      const own = findings.filter((finding) => finding.at === place);
      return answerTo(sought[place]?.wanted ?? "", own, byId, on);
    });
    return answerAmong(asked, row.because === "asked");
  });
  const together = new Map<number, number>();
  answers.forEach(({ product }, at) => {
    const row = rows[at];
    if (!product || !row) return;
    const before = together.get(product.productId) ?? product.inCart;
    together.set(product.productId, before + unitsSaid(row, product));
  });
  return answers.flatMap((answer, at) => {
    const row = rows[at];
    if (!row) return [];
    if (answer.product === null)
      return [
        askedRow(
          row,
          answer.candidates.flatMap((one) => candidateOf(one, on) ?? []),
        ),
      ];
    const { product, because } = answer;
    const judged = judgedRow({ ...row, because }, product, together.get(product.productId) ?? 0, on);
    return [buyer.mayOrder ? judged : { ...judged, reach: null }];
  });
}
