import type { ReactNode } from "react";
import { formatByUnit, type Unit } from "#app/words/numbers.ts";
import type { Fill } from "./chart-frame.tsx";
import { useLocale } from "./words.tsx";

/** One lying bar. */
export interface Bar {
  key: string;
  label: ReactNode;
  value: number;
  href?: string;
  note?: ReactNode;
  fill?: Fill;
}

/** Lying bars with their names and values beside them: the drawing is its own table. */
export function ChartBars({ label, bars, unit = "number" }: { label: string; bars: readonly Bar[]; unit?: Unit }) {
  const locale = useLocale();
  const greatest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <table className="bars" aria-label={label}>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              {bar.href ? (
                <a className="link-plain" href={bar.href}>
                  {bar.label}
                </a>
              ) : (
                bar.label
              )}
            </th>
            <td aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  className={`fill-${bar.fill ?? 1}`}
                  width={Math.max(0.5, (Math.max(0, bar.value) / greatest) * 100)}
                  height="10"
                />
              </svg>
            </td>
            <td className="num">
              {formatByUnit(bar.value, unit, locale)}
              {bar.note ? <span className="faint block">{bar.note}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
