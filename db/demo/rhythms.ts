import { type Day, daysAfter, daysBetween } from "#app/domain/period.ts";
import { Chance } from "./chance.ts";
import type { DemoCustomer } from "./customers.ts";

/** The two years the demo company looks back on. */
export const daysBehind = 730;

/** The last days, lived through the shop itself. */
export const livedDays = 60;

/** When a customer bought for the first time, as days before today; 0 for never. */
function beginning(customer: DemoCustomer, chance: Chance): number {
  if (customer.rhythm === "prospect") return 0;
  if (customer.rhythm === "new") return chance.between(12, 85);
  return chance.percent(55) ? chance.between(680, daysBehind) : chance.between(120, 680);
}

/** After which day before today a customer of that rhythm bought no more; 0 for still buying. */
function ending(customer: DemoCustomer, begun: number, chance: Chance): number {
  return customer.rhythm === "dead" ? chance.between(61, Math.max(62, Math.min(420, begun - 40))) : 0;
}

/** How far apart purchases are at a moment, against the customer's own cycle. */
function stretch(customer: DemoCustomer, day: Day, ago: number): number {
  if (customer.rhythm === "slowing") return ago < 240 ? 1 + ((240 - ago) / 240) * 4 : 1;
  if (customer.rhythm === "seasonal") return [6, 10, 11, 12].includes(Number(day.slice(5, 7))) ? 0.7 : 2.6;
  return 1;
}

/** The days on which a customer bought, up to yesterday, oldest first; weekends move to Monday. */
export function purchaseDays(customer: DemoCustomer, today: Day): Day[] {
  const chance = new Chance(`days-${customer.code}`);
  const begun = beginning(customer, chance);
  if (begun === 0) return [];
  const stopped = ending(customer, begun, chance);
  const silence =
    customer.rhythm === "recovered" ? { from: chance.between(150, 210), to: chance.between(14, 50) } : null;
  const days: Day[] = [];
  for (let ago: number = begun; ago >= 1; ) {
    const day = daysAfter(today, -ago);
    const isSilent = silence !== null && ago <= silence.from && ago > silence.to;
    if (ago < stopped) break;
    if (!isSilent) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const moved = weekday === 0 ? daysAfter(day, 1) : weekday === 6 ? daysAfter(day, 2) : day;
      if (daysBetween(moved, today) >= 1 && moved !== days.at(-1)) days.push(moved);
    }
    ago -= Math.max(2, Math.round(chance.around(customer.cycleDays * stretch(customer, day, ago), 0.35)));
  }
  return days;
}
