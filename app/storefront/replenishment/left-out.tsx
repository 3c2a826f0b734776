import { daysBetween } from "#app/domain/period.ts";
import type { LeftOutLine, ReplenishmentList } from "#app/domain/replenishment/list.server.ts";
import { apartReasons } from "#app/domain/replenishment/replenishment.ts";
import { Card } from "#app/kit/card.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDaysAgo } from "#app/words/days.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";

/** What was bought before and stands on no list, by reason; what was taken off comes back with one press. */
export function LeftOut({ list, today, mayOrder }: { list: ReplenishmentList; today: string; mayOrder: boolean }) {
  const w = useWords(replenishmentWords);
  const locale = useLocale();
  const { left, apart } = list;
  const reasons = apartReasons.filter((why) => apart[why] > 0 || why === left.why);
  if (apartReasons.every((why) => apart[why] === 0)) return null;
  const columns: Column<LeftOutLine>[] = [
    {
      key: "product",
      head: w.product,
      phone: "title",
      wrap: true,
      cell: (row) => (
        <>
          {row.why === "unsold" ? (
            row.name
          ) : (
            <a className="link-plain" href={paths.product(row.sku)}>
              {row.name}
            </a>
          )}{" "}
          <span className="faint tnum font-normal">{row.sku}</span>
        </>
      ),
    },
    { key: "days", head: w.purchaseDays, number: true, cell: (row) => formatNumber(row.purchaseDays, locale) },
    {
      key: "cycle",
      head: w.cycle,
      phone: "hide",
      cell: (row) => (row.cycleDays === null ? "" : w.everyDays(row.cycleDays)),
    },
    { key: "last", head: w.lastBought, cell: (row) => formatDaysAgo(daysBetween(row.lastOn, today), locale) },
  ];
  if (mayOrder && left.why === "hidden") {
    columns.push({
      key: "show",
      head: <span className="sr-only">{w.show}</span>,
      phone: "wide",
      cell: (row) => (
        <form method="post" action={paths.replenish()}>
          <input type="hidden" name="show" value={row.sku} />
          <button type="submit" className="btn btn-sm" aria-label={w.showNamed(row.name)}>
            {w.show}
          </button>
        </form>
      ),
    });
  }
  return (
    <Card title={w.apart} id="apart" flush>
      <div className="px-4 pt-2">
        <Tabs
          label={w.apart}
          current={left.why}
          tabs={reasons.map((why) => ({
            key: why,
            label: w.apartNames[why],
            href: `${paths.replenish({ apart: why })}#apart`,
            count: apart[why],
          }))}
        />
        <p className="muted py-2">{w.apartHow[left.why]}</p>
      </div>
      <Table
        caption={w.apartNames[left.why]}
        columns={columns}
        rows={left.rows}
        rowKey={(row) => row.sku}
        empty={<p className="muted px-4 pb-4">{w.noneApart}</p>}
      />
      <div className="px-4 pb-3">
        <Pagination page={left.page} pageSize={left.pageSize} total={left.total} />
      </div>
    </Card>
  );
}
