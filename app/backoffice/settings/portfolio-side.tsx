import type { CompanySettings } from "#app/domain/customers/settings.ts";
import type { Fit } from "#app/domain/portfolio/fit.server.ts";
import { portfolioStandings } from "#app/domain/portfolio/standing.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { settingsWords } from "#app/words/settings.ts";
import { standingsWords } from "#app/words/standing.ts";
import { DatedForm, WholeField } from "./dated-form.tsx";

const names = [
  "activeDays",
  "recentlyInactiveDays",
  "renewalDueDays",
  "abandonedAfterHours",
  "recoveredWithinDays",
] as const;

/** From when on customers count as inactive and carts as abandoned, beside what the portfolio itself suggests. */
export function PortfolioSide({
  settings,
  fit,
  tried,
  today,
  answer,
}: {
  settings: CompanySettings;
  fit: Fit;
  tried: number | null;
  today: string;
  answer: Answer;
}) {
  return (
    <div className="columns">
      <Card>
        <DatedForm act="portfolio" names={names} today={today} answer={answer}>
          {names.map((name) => (
            <WholeField
              key={name}
              name={name}
              value={name === "activeDays" ? (tried ?? settings.activeDays) : settings[name]}
              answer={answer}
            />
          ))}
        </DatedForm>
      </Card>
      <FitCard settings={settings} fit={fit} tried={tried} />
    </div>
  );
}

function FitCard({ settings, fit, tried }: { settings: CompanySettings; fit: Fit; tried: number | null }) {
  const w = useWords(settingsWords);
  const locale = useLocale();
  const standing = useWords(standingsWords);
  const shownDays = tried ?? fit.proposedDays ?? settings.activeDays;
  const gaps = formatNumber(fit.gaps, locale);
  return (
    <Card title={w.fit}>
      <div className="stack">
        <p>{fit.proposedDays === null ? w.fitTooLittle(gaps) : w.fitSaid(fit.proposedDays, gaps)}</p>
        <Table
          caption={w.fit}
          rows={portfolioStandings}
          rowKey={(row) => row}
          columns={[
            { key: "standing", head: w.standing, phone: "title", cell: (row) => standing[row] },
            { key: "now", head: w.now, number: true, cell: (row) => formatNumber(fit.now[row], locale) },
            {
              key: "then",
              head: w.withDays(shownDays),
              number: true,
              cell: (row) => formatNumber(fit.tried[row], locale),
            },
          ]}
        />
        <p>{fit.moving === 0 ? w.nobodyMoves : w.moving(formatNumber(fit.moving, locale))}</p>
        <form method="get" className="row">
          <input type="hidden" name="tab" value="portfolio" />
          <label className="row flex-nowrap">
            {w.fitTry}
            <input className="input w-20" name="days" inputMode="numeric" defaultValue={shownDays} />
            {w.fitTryDays}
          </label>
          <Button size="sm">{w.tryIt}</Button>
        </form>
        {fit.proposedDays !== null && fit.proposedDays !== settings.activeDays && tried !== fit.proposedDays ? (
          <ButtonLink size="sm" href={paths.office.settings({ tab: "portfolio", days: fit.proposedDays })}>
            {w.takeDays(fit.proposedDays)}
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}
