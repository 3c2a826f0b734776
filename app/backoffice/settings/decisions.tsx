import type { SettingDecision } from "#app/domain/customers/settings.ts";
import { Card } from "#app/kit/card.tsx";
import { DayShown } from "#app/kit/day.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import type { Locale } from "#app/words/locale.ts";
import { formatBasisPoints, formatCents, formatNumber } from "#app/words/numbers.ts";
import { settingsWords } from "#app/words/settings.ts";

/** Every decision about the settings that move numbers, newest first. */
export function Decisions({ decisions }: { decisions: SettingDecision[] }) {
  const w = useWords(settingsWords);
  const locale = useLocale();
  const columns: Column<SettingDecision>[] = [
    { key: "setting", head: w.setting, phone: "title", cell: (row) => w.dated[row.key] },
    { key: "since", head: w.since, cell: (row) => <DayShown day={row.fromOn} /> },
    { key: "from", head: w.from, number: true, cell: (row) => shownAs(row.key, row.before, locale) },
    { key: "to", head: w.to, number: true, cell: (row) => shownAs(row.key, row.value, locale) },
    { key: "who", head: w.who, cell: (row) => row.changedBy },
  ];
  return (
    <Card title={w.history} flush={decisions.length > 0}>
      {decisions.length > 0 ? (
        <Table
          caption={w.history}
          columns={columns}
          rows={decisions}
          rowKey={(row) => `${row.key}${row.fromOn}${row.value}`}
        />
      ) : (
        <p className="muted">{w.noHistory}</p>
      )}
    </Card>
  );
}

function shownAs(key: SettingDecision["key"], value: number, locale: Locale): string {
  if (key.endsWith("Cents")) return formatCents(value, locale);
  return key === "marginBasisPoints" ? formatBasisPoints(value, locale) : formatNumber(value, locale);
}
