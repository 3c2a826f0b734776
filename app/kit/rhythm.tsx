import { daysBetween } from "#app/domain/period.ts";
import { formatShortDay } from "#app/words/days.ts";
import { scaled } from "./scale.ts";
import { useLocale } from "./words.tsx";

/** Each purchase a tick, today a mark, the silence between them in amber: the picture that makes the risk believable. */
export function Rhythm({
  days,
  today,
  label,
  window = 365,
}: {
  days: readonly string[];
  today: string;
  label: string;
  window?: number;
}) {
  const locale = useLocale();
  const shown = days.filter((day) => daysBetween(day, today) >= 0 && daysBetween(day, today) <= window).sort();
  const x = (day: string) => scaled(daysBetween(day, today), window, 0, 4, 232);
  const last = shown.at(-1);
  return (
    <svg className="rhythm" viewBox="0 0 240 28" role="img" aria-label={label}>
      <line className="stroke-edge" x1="4" x2="232" y1="14" y2="14" />
      {last ? (
        <rect className="fill-warn-soft" x={x(last)} y="9" width={Math.max(0, 232 - x(last))} height="10" />
      ) : null}
      {shown.map((day) => (
        <line key={day} className="line-1" x1={x(day)} x2={x(day)} y1="6" y2="22" strokeWidth="2">
          <title>{formatShortDay(day, locale)}</title>
        </line>
      ))}
      <path className="fill-ink" d="M232 14m-4 -10h8l-4 6z" />
      <line className="stroke-ink" x1="232" x2="232" y1="4" y2="24" strokeWidth="1.5" />
    </svg>
  );
}
