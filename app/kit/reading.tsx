import type { ReactNode } from "react";
import { formatDayOf, type Moment } from "#app/words/days.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatByUnit, formatReais, type Unit } from "#app/words/numbers.ts";
import { Icon } from "./icon.tsx";
import { useLocale, useWords } from "./words.tsx";

/** A number with what it means, when it holds, and the way to its rows. `value` null means too little data. */
export interface ReadingShown {
  name: string;
  definition: string;
  unit: Unit;
  value: number | null;
  previous?: number | null;
  /** Whether more is better; decides the colour of the change. */
  better?: "more" | "less" | "neither" | null;
  /** When it holds, already said ("últimos 30 dias"); else the day of `asOf`. */
  period?: string;
  asOf?: Moment;
  /** Its rows, or the page that explains it. */
  href?: string;
}

/** A tile with one number of the register. */
export function Reading({ reading, children }: { reading: ReadingShown; children?: ReactNode }) {
  const w = useWords(commonWords);
  const locale = useLocale();
  const said = reading.value === null ? null : tileValue(reading.value, reading.unit, locale);
  const held = reading.period ?? (reading.asOf ? w.asOf(formatDayOf(reading.asOf, locale)) : undefined);
  return (
    <section className="reading">
      <div className="flex items-start justify-between gap-2">
        <h2 className="text-sm font-medium tracking-normal text-muted">{reading.name}</h2>
        <details className="menu">
          <summary aria-label={`${w.explain}: ${reading.name}`} className="grid size-6 place-items-center text-faint">
            <Icon name="info" />
          </summary>
          <p className="menu-panel w-64 p-3 text-sm text-ink">{reading.definition}</p>
        </details>
      </div>
      {said === null ? (
        <p className="text-sm text-muted">{w.tooLittle}</p>
      ) : (
        <p className="reading-value">{reading.href ? <a href={reading.href}>{said}</a> : said}</p>
      )}
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-faint">
        <Change reading={reading} />
        {held ? <span>{held}</span> : null}
      </p>
      {children}
    </section>
  );
}

/** The change since the period before, said with its old value. */
function Change({ reading }: { reading: ReadingShown }) {
  const w = useWords(commonWords);
  const locale = useLocale();
  const { value, previous, better } = reading;
  if (value === null || previous === null || previous === undefined) return null;
  const isMore = value > previous;
  const tone =
    value === previous || !better || better === "neither"
      ? "text-muted"
      : isMore === (better === "more")
        ? "text-good"
        : "text-bad";
  return (
    <span className={`inline-flex items-center gap-0.5 ${tone}`}>
      {value === previous ? null : <Icon name={isMore ? "arrowUp" : "arrowDown"} className="size-3.5" />}
      {w.before(tileValue(previous, reading.unit, locale))}
    </span>
  );
}

function tileValue(value: number, unit: Unit, locale: "pt-BR" | "en"): string {
  return unit === "cents" && Math.abs(value) >= 1_000_000
    ? formatReais(value, locale)
    : formatByUnit(value, unit, locale);
}
