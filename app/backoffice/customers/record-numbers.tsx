import { daysBetween } from "#app/domain/period.ts";
import type { CustomerRecord } from "#app/domain/portfolio/record.server.ts";
import { Card } from "#app/kit/card.tsx";
import { Reading } from "#app/kit/reading.tsx";
import { Rhythm } from "#app/kit/rhythm.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { recordWords } from "#app/words/customer-record.ts";
import { formatDay } from "#app/words/days.ts";
import { formatCents, formatDecimal, formatNumber } from "#app/words/numbers.ts";

/** The four numbers a visit begins with, and the rhythm they come from. */
export function RecordNumbers({ record, today }: { record: CustomerRecord; today: string }) {
  const w = useWords(recordWords);
  const locale = useLocale();
  const { customer, rhythm } = record;
  const limit = customer.creditLimitCents;
  const q = { q: customer.code };
  return (
    <>
      <div className="tiles">
        <Reading
          reading={{
            name: w.daysSilent,
            definition: w.daysSilentMeans,
            unit: "days",
            value: record.daysSilent,
            period: rhythm.lastOn ? formatDay(rhythm.lastOn) : w.noPurchase,
            href: paths.office.indicator("days-since-last-order", q),
          }}
        />
        <Reading
          reading={{
            name: w.cycle,
            definition: w.cycleMeans,
            unit: "days",
            value: rhythm.cycleDays,
            period: w.purchases(rhythm.purchaseDays),
            href: paths.office.indicator("purchase-cycle", q),
          }}
        />
        <Reading
          reading={{
            name: w.value12,
            definition: w.value12Means,
            unit: "cents",
            value: record.valueCents,
            period:
              record.rank === null
                ? undefined
                : w.rankOf(formatNumber(record.rank, locale), formatNumber(record.ranked, locale)),
            href: paths.office.indicator("abc", q),
          }}
        />
        <Reading
          reading={{
            name: limit === null ? w.creditUsed : w.credit,
            definition: w.creditMeans,
            unit: "cents",
            value: limit === null ? customer.creditUsedCents : Math.max(0, limit - customer.creditUsedCents),
            period: limit === null ? w.noLimit : w.creditOf(formatCents(limit, locale)),
          }}
        />
      </div>
      <Card title={w.rhythm} actions={<span className="faint">{w.oneYear}</span>}>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <p className="min-w-64 flex-1">{useRhythmSaid(record, today)}</p>
          {record.purchasedOn.length > 0 ? (
            <div className="w-full sm:w-96">
              <Rhythm days={record.purchasedOn} today={today} label={w.rhythm} />
            </div>
          ) : null}
        </div>
      </Card>
    </>
  );
}

/** The rhythm as evidence: how often, how long silent, and when the next purchase was or is due. */
function useRhythmSaid({ rhythm, daysSilent }: CustomerRecord, today: string): string {
  const w = useWords(recordWords);
  const locale = useLocale();
  const { cycleDays, spreadDays, expectedOn } = rhythm;
  if (daysSilent === null) return `${w.noPurchase}. ${w.noPurchaseMore}`;
  const silent = daysSilent === 0 ? w.silentToday : w.silentFor(formatNumber(daysSilent, locale));
  if (cycleDays === null || expectedOn === null) return `${w.boughtOnce}, ${silent}. ${w.noPurchaseMore}`;
  const cycle = formatDecimal(cycleDays, locale);
  const often = spreadDays === null ? w.rhythmSaidOnce(cycle) : w.rhythmSaid(cycle, formatDecimal(spreadDays, locale));
  const late = daysBetween(expectedOn, today);
  const due = late > 0 ? w.lateBy(formatDay(expectedOn), late) : w.expectedIn(formatDay(expectedOn));
  return `${often}, ${silent}; ${due}.`;
}
