import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { daysLate, openCentsOf, receivableStateOf } from "#app/domain/receivables/receivable.ts";
import { everyReceivableIn } from "#app/domain/receivables/receivable-list.server.ts";
import { csvAnswer } from "#app/http/csv.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { formatDay } from "#app/words/days.ts";
import { wordsOf } from "#app/words/locale.ts";
import { receivableWords } from "#app/words/receivables.ts";
import { filterFrom, receivableSearch } from "./receivable-search.ts";

/** The receivables the list shows, all pages, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const { value } = searchOf(request, receivableSearch);
  const locale = localeOf(request, user.locale);
  const w = wordsOf(receivableWords, locale);
  const today = dayOf(new Date());
  const day = (said: string | null) => (said === null ? null : formatDay(said, locale));
  return csvAnswer(
    `${w.file}.csv`,
    [
      { head: w.receivable, cell: (row) => row.document },
      { head: w.customerCode, cell: (row) => row.customerCode },
      { head: w.customer, cell: (row) => row.customerName },
      { head: w.rep, cell: (row) => row.repName },
      { head: w.order, cell: (row) => row.orderNumber },
      { head: w.instalment, cell: (row) => w.instalmentOf(row.instalment, row.instalments) },
      { head: w.issuedOn, cell: (row) => day(row.issuedOn) },
      { head: w.dueOn, cell: (row) => day(row.dueOn) },
      { head: w.state, cell: (row) => w.states[receivableStateOf(row, today)] },
      { head: w.age, cell: (row) => (receivableStateOf(row, today) === "overdue" ? daysLate(row.dueOn, today) : null) },
      { head: w.amount, cell: (row) => row.amountCents / 100 },
      { head: w.paid, cell: (row) => row.paidCents / 100 },
      { head: w.open, cell: (row) => openCentsOf(row) / 100 },
      { head: w.paidOn, cell: (row) => day(row.paidOn) },
    ],
    everyReceivableIn(scope, filterFrom(value), { ...value, today }),
  );
}
