import { Card } from "#app/kit/card.tsx";
import { ChartArea } from "#app/kit/chart-area.tsx";
import { Count } from "#app/kit/count.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatMonth } from "#app/words/days.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { portfolioWords } from "#app/words/portfolio.ts";
import { standingsWords } from "#app/words/standing.ts";

/** The portfolio at a month's end and what the month did to it. */
export interface MonthOfPortfolio {
  from: string;
  active: number;
  recently_inactive: number;
  long_inactive: number;
  opened: number;
  recovered: number;
  lost: number;
}

const series = [
  { key: "active", fill: 1 },
  { key: "recently_inactive", fill: 2 },
  { key: "long_inactive", fill: 3 },
] as const;

/** Standing over the months as stacked layers, and the balance of each month as a table. */
export function PortfolioEvolution({ months }: { months: readonly MonthOfPortfolio[] }) {
  const w = useWords(portfolioWords);
  const standing = useWords(standingsWords);
  const locale = useLocale();
  const points = months.map((month) => ({
    key: month.from,
    label: formatMonth(month.from, locale),
    values: { active: month.active, recently_inactive: month.recently_inactive, long_inactive: month.long_inactive },
  }));
  return (
    <div className="stack xl:grid-cols-2">
      <Card title={w.evolution}>
        <ChartArea
          label={w.evolution}
          points={points}
          series={series.map((one) => ({ ...one, label: standing[one.key] }))}
        />
      </Card>
      <Card title={w.balance} foot={<p className="text-sm text-muted">{w.balanceHelp}</p>} flush>
        <Table
          caption={w.balance}
          rows={[...months].reverse()}
          rowKey={(month) => month.from}
          columns={[
            { key: "month", head: w.month, cell: (month) => formatMonth(month.from, locale), phone: "title" },
            { key: "opened", head: w.opened, number: true, cell: (month) => <Count value={month.opened} /> },
            { key: "recovered", head: w.recovered, number: true, cell: (month) => <Count value={month.recovered} /> },
            { key: "lost", head: w.lost, number: true, cell: (month) => <Count value={month.lost} /> },
            { key: "balance", head: w.saldo, number: true, cell: (month) => signed(month, locale) },
            { key: "active", head: w.activeAtEnd, number: true, cell: (month) => <Count value={month.active} /> },
          ]}
        />
      </Card>
    </div>
  );
}

function signed({ opened, recovered, lost }: MonthOfPortfolio, locale: "pt-BR" | "en") {
  const balance = opened + recovered - lost;
  const tone = balance > 0 ? "text-good" : balance < 0 ? "text-bad" : "";
  return <span className={tone}>{`${balance > 0 ? "+" : ""}${formatNumber(balance, locale)}`}</span>;
}
