import { type Day, daysAfter, daysBetween } from "./period.ts";

/** Days on which banks are closed every year, as month and day. */
const everyYear = new Set(["01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "11-20", "12-25"]);
/** Those that move with Easter, in days from it: carnival Monday and Tuesday, Good Friday, Corpus Christi. */
const fromEaster = new Set([-48, -47, -2, 60]);

/** Easter Sunday of a year, by the anonymous Gregorian algorithm. */
function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, "0")}-${String((f % 31) + 1).padStart(2, "0")}`;
}

/** Whether banks in Brazil work on a day: no weekend and no national holiday. */
export function isBusinessDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || everyYear.has(day.slice(5))) return false;
  return !fromEaster.has(daysBetween(easterOf(Number(day.slice(0, 4))), day));
}

/** The day so many business days after a day. */
export function businessDaysAfter(day: Day, days: number): Day {
  let after = day;
  for (let left = days; left > 0; ) {
    after = daysAfter(after, 1);
    if (isBusinessDay(after)) left--;
  }
  return after;
}
