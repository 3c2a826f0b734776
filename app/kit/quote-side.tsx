import type { QuoteStep, QuoteSums } from "#app/domain/quotes/quote.ts";
import { formatDay } from "#app/words/days.ts";
import { formatCents, formatPercent } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { Card } from "./card.tsx";
import { MomentShown } from "./day.tsx";
import type { IconName } from "./icon.tsx";
import { Timeline } from "./timeline.tsx";
import { useLocale, useWords } from "./words.tsx";

/** What a quote adds up to, beside the same at the list price. */
export function QuoteSumsCard({
  sums,
  isAnswered,
  terms,
}: {
  sums: QuoteSums;
  isAnswered: boolean;
  terms: string | null;
}) {
  const w = useWords(quoteWords);
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  const less = sums.listCents - sums.goodsCents;
  const share = sums.listCents === 0 ? 0 : Math.abs(less) / sums.listCents;
  return (
    <Card title={w.sums}>
      <dl className="facts">
        {isAnswered && less !== 0 ? (
          <>
            <dt>{w.atListPrice}</dt>
            <dd className="tnum text-muted">{money(sums.listCents)}</dd>
          </>
        ) : null}
        <dt>{isAnswered ? w.goods : w.atListPrice}</dt>
        <dd className="tnum">{money(sums.goodsCents)}</dd>
        {isAnswered ? (
          <>
            <dt>{w.freight}</dt>
            <dd className="tnum">{sums.freightCents === 0 ? w.freeFreight : money(sums.freightCents)}</dd>
            <dt className="text-md font-semibold text-ink">{w.total}</dt>
            <dd className="tnum text-md font-semibold">{money(sums.totalCents)}</dd>
            <dt>{w.terms}</dt>
            <dd>{terms}</dd>
          </>
        ) : null}
      </dl>
      {isAnswered && less > 0 ? (
        <p className="mt-2 text-sm text-good">{w.saving(money(less), formatPercent(share, locale))}</p>
      ) : null}
      {isAnswered && less < 0 ? (
        <p className="mt-2 text-sm text-warn">{w.dearer(money(-less), formatPercent(share, locale))}</p>
      ) : null}
    </Card>
  );
}

/** What the buyer wished, in their own words. */
export function QuoteWishCard({
  quote,
}: {
  quote: { wantedPrice: string | null; wantedTerms: string | null; wantedOn: string | null; message: string | null };
}) {
  const w = useWords(quoteWords);
  const rows = [
    [w.wantedPrice, quote.wantedPrice],
    [w.wantedTerms, quote.wantedTerms],
    [w.wantedOn, quote.wantedOn === null ? null : formatDay(quote.wantedOn)],
    [w.message, quote.message],
  ].flatMap(([name, value]) => (name && value ? [{ name, value }] : []));
  return (
    <Card title={w.wish}>
      {rows.length === 0 ? <p className="muted">{w.noWish}</p> : null}
      <dl className="stack-sm">
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt className="muted text-sm">{name}</dt>
            <dd className="whitespace-pre-line break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const icons: Record<QuoteStep["step"], IconName> = {
  asked: "send",
  answered: "price",
  accepted: "check",
  declined: "close",
  withdrawn: "undo",
};

/** How a quote came along, step by step, and who took each. */
export function QuoteSteps({ steps }: { steps: readonly QuoteStep[] }) {
  const w = useWords(quoteWords);
  return (
    <Card title={w.history}>
      <Timeline
        happenings={steps.map(({ step, at, by }) => ({
          key: step,
          icon: icons[step],
          title: w.happened[step],
          when: <MomentShown at={at} />,
          body: by ? w.by(by) : undefined,
        }))}
      />
    </Card>
  );
}
