import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { cnpjShown } from "#app/domain/cnpj.ts";
import { customerFilterShape } from "#app/domain/customers/filter.ts";
import { allCustomersIn } from "#app/domain/portfolio/customer-list.server.ts";
import { customerSorts } from "#app/domain/portfolio/customer-sort.ts";
import { csvAnswer } from "#app/http/csv.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { customerWords } from "#app/words/customers.ts";
import { formatDay } from "#app/words/days.ts";
import { wordsOf } from "#app/words/locale.ts";
import { standingWords } from "#app/words/standing.ts";

const asked = customerFilterShape.extend({ sort: z.enum(customerSorts).default("-value") });

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const { sort, ...filter } = searchOf(request, asked).value;
  const rows = await allCustomersIn(scope, filter, sort, new Date());
  const locale = localeOf(request, user.locale);
  const w = wordsOf(customerWords, locale);
  const standing = wordsOf(standingWords, locale);
  return csvAnswer(
    `${w.customers}.csv`,
    [
      { head: w.form.code, cell: (row) => row.code },
      { head: w.form.cnpj, cell: (row) => (row.cnpj ? cnpjShown(row.cnpj) : null) },
      { head: w.form.tradeName, cell: (row) => row.tradeName },
      { head: w.city, cell: (row) => row.city },
      { head: w.uf, cell: (row) => row.uf },
      { head: w.country, cell: (row) => row.country },
      { head: w.segment, cell: (row) => row.segment },
      { head: w.rep, cell: (row) => row.rep },
      { head: w.standing, cell: (row) => standing[row.standing] },
      { head: w.abc, cell: (row) => row.abcClass },
      { head: w.rank, cell: (row) => row.rank },
      { head: w.lastOrder, cell: (row) => (row.lastOn ? formatDay(row.lastOn) : null) },
      { head: w.daysSilent, cell: (row) => row.daysSilent },
      { head: w.cycle, cell: (row) => (row.cycleDays === null ? null : Math.round(row.cycleDays * 10) / 10) },
      { head: w.value12, cell: (row) => row.valueCents / 100 },
    ],
    rows,
  );
}
