import { type SQL, sql } from "drizzle-orm";
import { startOf } from "#app/domain/period.ts";
import { cartsAsOf } from "#app/domain/recovery/carts-as-of.server.ts";
import { abandonmentReasons } from "#app/domain/recovery/diagnosis.ts";
import { reasonsOf } from "#app/domain/recovery/reasons.server.ts";
import type { Tx } from "#db/connection.server.ts";
import { type Asked, ofCustomers, stintsTable } from "./asked.server.ts";
import { type Computed, ratio, toFour } from "./computed.server.ts";
import { customerDimensions, type Reading, type RowColumn } from "./indicator.ts";
import { said } from "./said.ts";
import { perStint } from "./storefront.server.ts";

/** A period's carts are told as of the reading; those of the period before it as long after their own period's end. */
function toldAt({ reading, stints }: Asked, n: number): Date {
  const [main, stint] = [stints[0]!.stint, stints[n]!.stint];
  if (stint.until > main.from) return reading.asOf;
  return new Date(startOf(stint.until).getTime() + reading.asOf.getTime() - startOf(main.until).getTime());
}

const cartRows = (asked: Asked): SQL =>
  perStint(asked, (n) => {
    const { stint, settings } = asked.stints[n]!;
    return sql`select ${sql.raw(String(n))} as i, null::text as k, c.*
      from (${cartsAsOf(ofCustomers(asked, sql`customers.id`), stint, toldAt(asked, n), settings)}) c`;
  });

const columns: readonly RowColumn[] = [
  { key: "cart_id", name: said("Carrinho", "Cart"), kind: "cart" },
  { key: "opened_at", name: said("Aberto", "Opened"), kind: "moment" },
  { key: "last_at", name: said("Último movimento", "Last move"), kind: "moment" },
  { key: "lines", name: said("Itens", "Lines"), kind: "number" },
  { key: "value_cents", name: said("Valor", "Value"), kind: "cents" },
  { key: "order_number", name: said("Pedido", "Order"), kind: "order" },
];

const abandonment: Computed = {
  key: "cart-abandonment",
  name: said("Abandono de carrinho", "Cart abandonment"),
  sentence: said(
    "Dos carrinhos com itens abertos no período, a parte sem movimento do comprador há 24 h (prazo da empresa) e sem pedido. Os que ainda se movem ficam fora da conta.",
    "Of the carts with lines opened in the period, the share without a move by the buyer for 24 h (the company's limit) and without an order. Those still moving are left out.",
  ),
  unit: "ratio",
  better: "less",
  group: "storefront",
  over: "period",
  usual: "month",
  fact: "carts",
  dims: customerDimensions,
  minimum: 5,
  companions: {
    abandoned: { name: said("Parados", "Abandoned"), unit: "number" },
    ordered: { name: said("Viraram pedido", "Became orders"), unit: "number" },
    moving: { name: said("Em movimento", "Still moving"), unit: "number" },
  },
  rowsOf: cartRows,
  measures: {
    abandoned: sql`count(*) filter (where a.outcome = 'abandoned')`,
    ordered: sql`count(*) filter (where a.outcome in ('ordered', 'recovered'))`,
    moving: sql`count(*) filter (where a.outcome = 'moving')`,
  },
  told: (values) => {
    const counted = (values.abandoned ?? 0) + (values.ordered ?? 0);
    return { value: ratio(values.abandoned, counted), values, counted };
  },
  list: { columns, where: sql`a.outcome = 'abandoned'`, order: sql`a.value_cents desc` },
};

const abandonedValue: Computed = {
  ...abandonment,
  key: "abandoned-value",
  name: said("Valor parado em carrinhos", "Value in abandoned carts"),
  sentence: said(
    "Valor dos carrinhos abertos no período e parados sem pedido, aos preços da última mudança de cada item.",
    "Value of the carts opened in the period and left without an order, at the prices of each line's last change.",
  ),
  unit: "cents",
  minimum: undefined,
  companions: { carts: { name: said("Carrinhos", "Carts"), unit: "number" } },
  measures: {
    value: sql`coalesce(sum(a.value_cents) filter (where a.outcome = 'abandoned'), 0)`,
    carts: sql`count(*) filter (where a.outcome = 'abandoned')`,
  },
  told: ({ value, carts }) => ({ value: value ?? 0, values: { carts: carts ?? 0 } }),
};

const reasonNames = {
  payment_failed: said("Pagamento falhou", "Payment failed"),
  credit_held: said("Crédito bloqueado", "Credit held"),
  awaiting_approval: said("Aguardando aprovação", "Awaiting approval"),
  out_of_stock: said("Falta de estoque", "Out of stock"),
  below_minimum: said("Abaixo do mínimo ou fora do múltiplo", "Below minimum or off the pack"),
  price_rose: said("Preço subiu", "Price rose"),
  terms_missing: said("Queria outra condição", "Wanted other terms"),
  price_check: said("Só consultou preços", "Only looked at prices"),
  unknown: said("Motivo desconhecido", "Reason unknown"),
};

/** The abandoned carts of the period, each with the reason its own steps tell. */
async function toldCarts(asked: Asked, tx: Tx) {
  const main: Asked = { ...asked, stints: asked.stints.slice(0, 1) };
  const rows = await tx.execute<{ cart_id: number; value_cents: number }>(sql`
    with ${stintsTable(main)} select a.cart_id, a.value_cents from (${cartRows(main)}) a where a.outcome = 'abandoned'`);
  const reasons = await reasonsOf(
    rows.map((row) => ({ cartId: row.cart_id, until: asked.reading.asOf })),
    tx,
  );
  return rows.map((row) => ({ id: row.cart_id, cents: Number(row.value_cents), reason: reasons.get(row.cart_id) }));
}

/** Slices by reason; the reading has as many rows as it says. */
async function byReason(asked: Asked, _stints: unknown, tx: Tx): Promise<(reading: Reading) => Reading> {
  const carts = await toldCarts(asked, tx);
  return (reading) => {
    const language = reading.name === abandonmentReasonsIndicator.name.en ? "en" : "pt-BR";
    const slices = abandonmentReasons.map((key) => {
      const own = carts.filter((cart) => cart.reason === key);
      const cents = own.reduce((sum, cart) => sum + cart.cents, 0);
      return { key, label: reasonNames[key][language], value: own.length, values: { cents } };
    });
    return { ...reading, slices: slices.filter((slice) => slice.value > 0) };
  };
}

/** The rows of the carts that were left for one reason. */
async function leftFor(asked: Asked, reason: string, tx: Tx): Promise<SQL> {
  const carts = await toldCarts(asked, tx);
  const ids = carts.filter((cart) => cart.reason === reason).map((cart) => cart.id);
  return sql`a.cart_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::bigint)`;
}

const abandonmentReasonsIndicator: Computed = {
  ...abandonedValue,
  key: "abandonment-reasons",
  name: said("Motivos de abandono", "Abandonment reasons"),
  sentence: said(
    "Carrinhos abertos no período e parados sem pedido, pelo motivo que os próprios passos mostram; vale o primeiro da lista que se aplica.",
    "Carts opened in the period and left without an order, by the reason their own steps show; the first of the list that applies.",
  ),
  unit: "number",
  dims: [],
  companions: { cents: { name: said("Valor", "Value"), unit: "cents" } },
  told: ({ value, carts }) => ({ value: carts ?? 0, values: { cents: value ?? 0 } }),
  whole: byReason,
  inSlice: leftFor,
};

const recoveryRate: Computed = {
  ...abandonment,
  key: "recovery-rate",
  name: said("Recuperação de carrinhos", "Cart recovery"),
  sentence: said(
    "Dos carrinhos abertos no período que chegaram a ficar parados, a parte que virou pedido em até 14 dias (prazo da empresa) depois de parar.",
    "Of the carts opened in the period that went quiet, the share that became an order within 14 days (the company's limit) of going quiet.",
  ),
  better: "more",
  companions: {
    wentQuiet: { name: said("Ficaram parados", "Went quiet"), unit: "number" },
    recovered: { name: said("Recuperados", "Recovered"), unit: "number" },
    contacted: { name: said("Contatados", "Contacted"), unit: "number" },
  },
  measures: {
    wentQuiet: sql`count(*) filter (where a.abandoned_at is not null)`,
    recovered: sql`count(*) filter (where a.outcome = 'recovered')`,
    contacted: sql`count(*) filter (where a.abandoned_at is not null and a.contacts > 0)`,
  },
  told: (values) => ({ value: ratio(values.recovered, values.wentQuiet), values, counted: values.wentQuiet ?? 0 }),
  list: { columns, where: sql`a.outcome = 'recovered'`, order: sql`a.order_cents desc` },
};

const recoveredValue: Computed = {
  ...recoveryRate,
  key: "recovered-value",
  name: said("Valor recuperado", "Recovered value"),
  sentence: said(
    "Valor dos pedidos que nasceram de carrinhos abertos no período e parados, até 14 dias depois de parar.",
    "Value of the orders born of carts opened in the period that had gone quiet, up to 14 days after that.",
  ),
  unit: "cents",
  minimum: undefined,
  companions: { orders: { name: said("Pedidos", "Orders"), unit: "orders" } },
  measures: {
    value: sql`coalesce(sum(a.order_cents) filter (where a.outcome = 'recovered'), 0)`,
    orders: sql`count(*) filter (where a.outcome = 'recovered')`,
  },
  told: ({ value, orders }) => ({ value: value ?? 0, values: { orders: orders ?? 0 } }),
};

const timeToFollowUp: Computed = {
  ...recoveryRate,
  key: "time-to-follow-up",
  name: said("Tempo até o contato", "Time to follow-up"),
  sentence: said(
    "Mediana das horas entre um carrinho parar e o primeiro contato sobre ele, dos carrinhos abertos no período e contatados.",
    "Median hours from a cart going quiet to the first contact about it, of the carts opened in the period and contacted.",
  ),
  unit: "hours",
  better: "less",
  minimum: 1,
  companions: { carts: { name: said("Contatados", "Contacted"), unit: "number" } },
  measures: {
    median: sql`(percentile_cont(0.5) within group (order by extract(epoch from a.first_contact_at - a.abandoned_at) / 3600.0)
      filter (where a.first_contact_at >= a.abandoned_at))::float8`,
    carts: sql`count(*) filter (where a.first_contact_at >= a.abandoned_at)`,
  },
  told: ({ median, carts }) => ({ value: toFour(median), values: { carts: carts ?? 0 }, counted: carts ?? 0 }),
  list: {
    columns: [...columns, { key: "first_contact_at", name: said("Primeiro contato", "First contact"), kind: "moment" }],
    where: sql`a.first_contact_at >= a.abandoned_at`,
    order: sql`a.first_contact_at desc`,
  },
};

const followUpRate: Computed = {
  ...recoveryRate,
  key: "follow-up-rate",
  name: said("Contatos feitos", "Follow-up rate"),
  sentence: said(
    "Dos carrinhos abertos no período que ficaram parados, a parte que teve contato.",
    "Of the carts opened in the period that went quiet, the share that was contacted.",
  ),
  told: (values) => ({ value: ratio(values.contacted, values.wentQuiet), values, counted: values.wentQuiet ?? 0 }),
  list: { columns, where: sql`a.abandoned_at is not null and a.contacts > 0`, order: sql`a.value_cents desc` },
};

/** Indicators of carts: how many are left, why, and how many come back. */
export const cartIndicators: Computed[] = [
  abandonment,
  abandonedValue,
  abandonmentReasonsIndicator,
  recoveryRate,
  recoveredValue,
  timeToFollowUp,
  followUpRate,
];
