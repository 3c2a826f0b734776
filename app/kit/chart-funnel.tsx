import { commonWords } from "#app/words/everyday.ts";
import { formatByUnit, formatNumber, formatPercent, type Unit } from "#app/words/numbers.ts";
import { Icon } from "./icon.tsx";
import { useLocale, useWords } from "./words.tsx";

/** One step of a funnel: who came so far, and who stopped there. */
export interface FunnelStep {
  key: string;
  label: string;
  value: number;
  href?: string;
  /** The list of those who came so far and no further. */
  stoppedHref?: string;
}

/** A funnel as bars; between two steps stands what was lost, and both open their lists. */
export function ChartFunnel({
  label,
  steps,
  unit = "customers",
}: {
  label: string;
  steps: readonly FunnelStep[];
  unit?: Unit;
}) {
  const w = useWords(commonWords);
  const locale = useLocale();
  const first = Math.max(1, steps[0]?.value ?? 1);
  return (
    <ol className="funnel" aria-label={label}>
      {steps.map((step, index) => {
        const next = steps[index + 1];
        const stopped = next ? step.value - next.value : 0;
        return (
          <li key={step.key}>
            <div className="flex items-baseline justify-between gap-3">
              {step.href ? (
                <a className="link-plain font-medium" href={step.href}>
                  {step.label}
                </a>
              ) : (
                <span className="font-medium">{step.label}</span>
              )}
              <span className="tnum">
                <strong className="font-semibold">{formatByUnit(step.value, unit, locale)}</strong>
                <span className="faint ml-2">{formatPercent(step.value / first, locale)}</span>
              </span>
            </div>
            <svg className="funnel-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="fill-1" width={Math.max(0.5, (step.value / first) * 100)} height="10" />
            </svg>
            {next ? (
              <p className="funnel-loss">
                <Icon name="arrowDown" className="size-3.5" />
                {step.stoppedHref ? (
                  <a className="link" href={step.stoppedHref}>
                    {w.stoppedHere(formatNumber(stopped, locale), stopped === 1)}
                  </a>
                ) : (
                  w.stoppedHere(formatNumber(stopped, locale), stopped === 1)
                )}
                <span className="faint">
                  {w.wentOn(formatPercent(step.value > 0 ? next.value / step.value : 0, locale))}
                </span>
              </p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
