import type { OrderMove } from "#app/domain/orders/order.ts";
import { Button } from "#app/kit/button.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatCents } from "#app/words/numbers.ts";
import { orderCourseWords } from "#app/words/order-course.ts";
import { orderWords } from "#app/words/orders.ts";
import type { OfficeOrderSheet } from "./order.tsx";

/** What can be done with the order now; the first move is the obvious one, giving up asks once. */
export function Moves({ order, moves }: { order: OfficeOrderSheet; moves: OrderMove[] }) {
  const w = useWords(orderWords);
  const course = useWords(orderCourseWords);
  const locale = useLocale();
  return moves.map((move, place) => {
    const look = place === 0 ? "btn btn-primary" : "btn";
    if (move === "invoice") {
      return (
        <Dialog key={move} opener={w.moves.invoice} openerClass={look} title={w.moves.invoice}>
          <form method="post" className="form">
            <input type="hidden" name="move" value="invoice" />
            <Field
              name="invoiceKey"
              label={w.invoiceKey}
              help={w.invoiceKeyHelp}
              optional
              autoComplete="off"
              maxLength={60}
            />
            <Field
              name="invoiceLink"
              type="url"
              label={course.invoiceLink}
              help={course.invoiceLinkHelp}
              optional
              autoComplete="off"
              maxLength={500}
            />
            <Button look="primary">{w.moves.invoice}</Button>
          </form>
        </Dialog>
      );
    }
    if (move === "cancel") {
      const total = formatCents(order.goodsCents + order.freightCents, locale);
      return (
        <Dialog key={move} opener={w.moves.cancel} openerClass="btn btn-danger" title={w.moves.cancel}>
          <form method="post" className="form">
            <p>{w.cancelAsk(order.number, total)}</p>
            <input type="hidden" name="move" value="cancel" />
            <TextField name="reason" label={w.reason} help={w.reasonHelp} required maxLength={300} />
            <Button look="danger">{w.moves.cancel}</Button>
          </form>
        </Dialog>
      );
    }
    return (
      <form key={move} method="post">
        <button type="submit" name="move" value={move} className={look}>
          {w.moves[move]}
        </button>
      </form>
    );
  });
}
