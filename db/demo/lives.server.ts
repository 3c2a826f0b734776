import { planActivity } from "#app/domain/activities/activities.server.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { type Day, daysAfter, daysBetween, momentAt } from "#app/domain/period.ts";
import { basketOf, usualProducts } from "./baskets.ts";
import { Chance } from "./chance.ts";
import type { DemoCustomer } from "./customers.ts";
import { wayOf } from "./history.ts";
import { shortOf } from "./house.server.ts";
import type { DemoProduct } from "./products.ts";
import { contactAbout, type Leaving, leaveCart, leavings } from "./quiet.server.ts";
import { livedDays, purchaseDays } from "./rhythms.ts";
import { Clock, fillCart, lookAround, type Meant, orderCart } from "./shop.server.ts";
import { phoneOrder, visit } from "./visits.server.ts";

/** Everything a customer's last days are lived with. */
export interface Life {
  customer: DemoCustomer;
  customerId: number;
  /** The buyer who orders; null where nobody has access. */
  buyerId: number | null;
  rep: Scope;
  products: readonly DemoProduct[];
  ids: Map<string, number>;
  /** Products whose price went up in these days. */
  raised: readonly DemoProduct[];
  today: Day;
}

/** Something that happens to a customer on a day. */
export interface Happening {
  at: Date;
  live(): Promise<unknown>;
}

const text = "Olá! Vi que ficou um carrinho guardado na Distribuidora Ipê. Posso ajudar a fechar?";

function moment(day: Day, chance: Chance, from = 8, to = 17): { at: Date; time: string } {
  const time = `${String(chance.between(from, to)).padStart(2, "0")}:${String(chance.between(0, 59)).padStart(2, "0")}`;
  return { at: momentAt(day, `${time}:00`), time };
}

/** The orders of the last days, each by the way the customer chose. */
function orders(life: Life, usual: readonly DemoProduct[]): Happening[] {
  const { customer, customerId, rep, today } = life;
  const acting: Buyer = { userId: rep.userId, customerId, actingUserId: rep.userId, mayOrder: true };
  return purchaseDays(customer, today)
    .filter((day) => daysBetween(day, today) <= livedDays)
    .map((day) => {
      const chance = new Chance(`lived-${customer.code}-${day}`);
      const meant = basketOf(customer, usual, day);
      const way = wayOf(customer, chance);
      const { at, time } = moment(day, chance);
      const buyer = buyerOf(life);
      if (way === "storefront" && buyer) {
        const po = chance.percent(35) ? `OC-${chance.between(1200, 9800)}` : null;
        return {
          at,
          live: async () => {
            const clock = new Clock(at);
            await lookAround(buyer, meant, life.ids, clock, chance);
            await fillCart(buyer, meant, clock, 45);
            await orderCart(buyer, clock, chance, po);
          },
        };
      }
      if (way === "visit") {
        return { at, live: () => visit({ rep, buyer: acting, customerId }, day, time, at, meant, chance) };
      }
      return { at, live: () => phoneOrder({ rep, buyer: acting, customerId }, at, meant, chance) };
    });
}

/** What a leaving buyer had in hand, so that the reason shows in the steps. */
function handFor(why: Leaving, life: Life, usual: readonly DemoProduct[], chance: Chance): Meant[] {
  const meant = basketOf(life.customer, usual, `quiet-${why}`);
  if (why === "out_of_stock") {
    const [sku, left] = chance.one(shortOf.filter(([, left]) => left > 0));
    const product = life.products.find((one) => one.sku === sku)!;
    return [...meant.slice(0, 4), { product, quantity: product.pack * (Math.ceil(left / product.pack) + 3) }];
  }
  if (why === "price_rose") {
    const known = life.raised.filter((product) => usual.slice(0, 20).includes(product));
    return [...known, ...meant.map(({ product }) => product).filter((one) => !known.includes(one))]
      .slice(0, 5)
      .map((product) => ({ product, quantity: product.pack * life.customer.packs }));
  }
  if (why === "terms" || why === "price_check" || why === "unknown") {
    const plain = usual.filter((one) => !life.raised.includes(one) && !shortOf.some(([sku]) => sku === one.sku));
    return plain.slice(4, 8).map((product) => ({ product, quantity: product.pack * life.customer.packs }));
  }
  if (why === "credit") return meant.map(({ product, quantity }) => ({ product, quantity: quantity * 12 }));
  return meant;
}

const buyerOf = ({ buyerId, customerId }: Life): Buyer | null =>
  buyerId === null ? null : { userId: buyerId, customerId, actingUserId: null, mayOrder: true };

/** One cart left behind, for about every third customer with access; often followed up, now and then ordered after all. */
function quietCart(life: Life, usual: readonly DemoProduct[]): Happening[] {
  const { customer, rep, today } = life;
  const buyer = buyerOf(life);
  const chance = new Chance(`quiet-${customer.code}`);
  const isLow = customer.creditCents !== null && customer.creditCents < 1_000_000;
  if (!buyer || customer.rhythm === "prospect" || (!isLow && !chance.percent(62))) return [];
  const why: Leaving = isLow
    ? "credit"
    : chance.one([...leavings.filter((one) => one !== "credit"), "price_rose" as const]);
  const ago =
    why === "price_rose" ? chance.between(1, 17) : chance.percent(42) ? chance.between(2, 15) : chance.between(16, 57);
  const { at } = moment(daysAfter(today, -ago), chance);
  const happenings: Happening[] = [
    {
      at,
      live: async () => {
        const clock = new Clock(at);
        const meant = handFor(why, life, usual, chance);
        if (why !== "price_check") await lookAround(buyer, meant, life.ids, clock, chance);
        await leaveCart(buyer, why, meant, clock, chance);
      },
    },
  ];
  const isContacted = chance.percent(ago > 4 ? 55 : 15) && ago > 2;
  const contactedAt = new Clock(at).after(86_400 + chance.between(2, 30) * 3600);
  if (isContacted)
    happenings.push({ at: contactedAt, live: () => contactAbout(rep, buyer, contactedAt, text, chance) });
  if (ago > 4 && chance.percent(isContacted ? 45 : 15)) {
    const back = new Clock(isContacted ? contactedAt : at).after(
      (isContacted ? 1 : 40) * 3600 + chance.between(1, 20) * 3600,
    );
    happenings.push({
      at: back,
      live: async () => {
        const clock = new Clock(back);
        await lookAround(buyer, [], life.ids, clock, chance);
        await fillCart(buyer, basketOf(customer, usual, "back").slice(0, 3), clock, 30);
        await orderCart(buyer, clock, chance, null);
      },
    });
  }
  return happenings;
}

/** Visits that only keep in touch, and those planned for the coming days (a few of them late). */
function visits(life: Life): Happening[] {
  const { customer, customerId, rep, today } = life;
  const chance = new Chance(`visits-${customer.code}`);
  const often = { online: 12, hybrid: 35, visited: 60 }[customer.way];
  const acting: Buyer = { userId: rep.userId, customerId, actingUserId: rep.userId, mayOrder: true };
  const made: Happening[] = [];
  for (let ago = chance.between(1, 40); ago <= livedDays; ago += chance.between(18, 35)) {
    if (!chance.percent(often)) continue;
    const { at, time } = moment(daysAfter(today, -ago), chance);
    made.push({
      at,
      live: () => visit({ rep, buyer: acting, customerId }, daysAfter(today, -ago), time, at, [], chance),
    });
  }
  if (chance.percent(often / 3)) {
    const ahead = chance.percent(12) ? -chance.between(1, 3) : chance.between(0, 9);
    const { time } = moment(today, chance, 8, 17);
    const planned = momentAt(daysAfter(today, Math.min(-1, ahead - 4)), "08:15:00");
    const kind = chance.percent(75) ? ("visit" as const) : ("call" as const);
    const subject = chance.one(["Reposição do mês", "Apresentar lançamentos", "Fechar pedido combinado", "Rever mix"]);
    const plan = { kind, customerId, on: daysAfter(today, ahead), at: time, subject };
    made.push({ at: planned, live: () => planActivity(rep, plan, planned) });
  }
  return made;
}

/** Somebody with access who only looks around. */
function looks(life: Life, usual: readonly DemoProduct[]): Happening[] {
  const buyer = buyerOf(life);
  const chance = new Chance(`looks-${life.customer.code}`);
  if (!buyer || !chance.percent(45)) return [];
  const { at } = moment(daysAfter(life.today, -chance.between(1, 58)), chance);
  const meant = basketOf(life.customer, usual, "look");
  return [{ at, live: () => lookAround(buyer, meant, life.ids, new Clock(at), chance) }];
}

/** All that happens to a customer in the last days, in the order of time, up to now. */
export function happeningsOf(life: Life, now: Date): Happening[] {
  const usual = usualProducts(life.customer, life.products);
  return [...orders(life, usual), ...quietCart(life, usual), ...visits(life), ...looks(life, usual)]
    .filter((one) => one.at < now)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
