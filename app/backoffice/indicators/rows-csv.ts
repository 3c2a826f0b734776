import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import type { ReadingRow, RowColumn } from "#app/domain/indicators/indicator.ts";
import { rowsBehind } from "#app/domain/indicators/rows.server.ts";
import { keyNames } from "#app/domain/indicators/said.ts";
import { type Cell, csvAnswer, type FileColumn } from "#app/http/csv.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { indicatorWords } from "#app/words/indicators.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { askedIn } from "./indicator-view.server.ts";

const rowsAtOnce = 5000;
const spoken: readonly RowColumn["kind"][] = ["text", "standing", "abc", "way", "activity", "outcome"];

function cellOf(row: ReadingRow, { key, kind }: RowColumn, locale: Locale): Cell {
  const value = row[key] ?? null;
  if (typeof value === "number") return kind === "cents" ? value / 100 : value;
  return value !== null && spoken.includes(kind) ? (keyNames[value]?.[locale] ?? value) : value;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "indicators");
  const { indicator, reading, slice } = askedIn(request, params.key ?? "", scope, new Date());
  const locale = await localeOf(request, user.locale);
  const w = wordsOf(indicatorWords, locale);
  const first = await rowsBehind(indicator.key, reading, { slice, page: 1, pageSize: rowsAtOnce });
  async function* rows() {
    yield* first.page.rows;
    for (let page = 2; (page - 1) * rowsAtOnce < first.page.total; page++) {
      yield* (await rowsBehind(indicator.key, reading, { slice, page, pageSize: rowsAtOnce })).page.rows;
    }
  }
  const columns: FileColumn<ReadingRow>[] = [
    { head: w.code, cell: (row) => row.code },
    { head: w.customer, cell: (row) => row.customer },
    ...first.columns.map((column) => ({
      head: column.name[locale],
      cell: (row: ReadingRow) => cellOf(row, column, locale),
    })),
  ];
  return csvAnswer(`${indicator.key}.csv`, columns, rows());
}
