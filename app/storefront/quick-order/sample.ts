import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBuyer } from "#app/access/doors.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { boughtBefore, shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { anyShelf } from "#app/domain/pricing/shelf.ts";
import { csvAnswer } from "#app/http/csv.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { wordsOf } from "#app/words/locale.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";

/** A file to fill in: code and quantity of products this customer buys, or could buy. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user, customer } = await requireBuyer(request);
  const on = dayOf(new Date());
  const usual = await boughtBefore(customer, on);
  const { rows } = usual.length > 0 ? { rows: usual } : await shelfFor(customer, anyShelf, on);
  const w = wordsOf(quickOrderWords, localeOf(request, user.locale));
  return csvAnswer(
    `${w.sampleName}.csv`,
    [
      { head: "SKU", cell: (row) => row.sku },
      { head: w.quantity, cell: (row) => row.least },
      { head: w.product, cell: (row) => row.name },
    ],
    rows.filter((row) => row.unitPriceE4 !== null).slice(0, 8),
  );
}
