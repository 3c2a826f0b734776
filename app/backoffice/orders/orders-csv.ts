import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { stateOf } from "#app/domain/orders/order.ts";
import { everyOrderIn } from "#app/domain/orders/order-list.server.ts";
import { csvAnswer } from "#app/http/csv.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { formatMoment } from "#app/words/days.ts";
import { wordsOf } from "#app/words/locale.ts";
import { orderChannelWords, orderStateWords } from "#app/words/order-states.ts";
import { orderWords } from "#app/words/orders.ts";
import { filterFrom, orderSearch } from "./order-search.ts";

/** The orders the list shows, all pages, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const { value } = searchOf(request, orderSearch);
  const locale = localeOf(request, user.locale);
  const w = wordsOf(orderWords, locale);
  const states = wordsOf(orderStateWords, locale);
  const channels = wordsOf(orderChannelWords, locale);
  return csvAnswer(
    `${w.file}.csv`,
    [
      { head: w.number, cell: (order) => order.number },
      { head: w.kind, cell: (order) => w.kinds[order.kind] },
      { head: w.placedAt, cell: (order) => formatMoment(order.placedAt, locale) },
      { head: w.customer, cell: (order) => order.customerName },
      { head: w.customerCode, cell: (order) => order.customerCode },
      { head: w.uf, cell: (order) => order.uf },
      { head: w.rep, cell: (order) => order.repName },
      { head: w.channel, cell: (order) => channels[order.channel] },
      { head: w.state, cell: (order) => states[stateOf(order)] },
      { head: w.yourNumber, cell: (order) => order.poNumber },
      { head: w.goods, cell: (order) => order.goodsCents / 100 },
      { head: w.freight, cell: (order) => order.freightCents / 100 },
    ],
    everyOrderIn(scope, filterFrom(value), value.sort),
  );
}
