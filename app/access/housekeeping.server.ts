import { deliverWaiting } from "#app/domain/audit/outbox.server.ts";
import { tellBackInStock } from "#app/domain/catalog/stock-wishes.server.ts";
import { forgetRemovedLists } from "#app/domain/lists/lists.server.ts";
import { tendPayments } from "#app/domain/payments/expiring.server.ts";
import { remindOfEnding } from "#app/domain/quotes/quote-mails.server.ts";
import { askAfterDelivery } from "#app/domain/satisfaction/asking.server.ts";
import { forgetOldHalves } from "./half-sessions.server.ts";
import { forgetOldDevices } from "./known-devices.server.ts";
import { deleteExpired } from "./session-rows.server.ts";
import { forgetOldTries } from "./throttle.server.ts";

const everyMilliseconds = 60_000;

/**
 * Once a minute: sends mail that waits, tells who waited for goods that came back by any way, reminds of quotes about to end, and
 * tends online payments, forgets sessions, counted tries and removed lists that are over. Several processes may do it at the same time. Gives the way to
 * end it; a minute in which the database was away is simply missed.
 */
export function keepHouse(): () => void {
  const round = setInterval(async () => {
    const at = new Date();
    await Promise.allSettled([
      deliverWaiting(at),
      deleteExpired(at),
      forgetOldHalves(at),
      forgetOldDevices(at),
      forgetOldTries(at),
      tellBackInStock(at, "any"),
      remindOfEnding(at),
      forgetRemovedLists(at),
      askAfterDelivery(at),
      tendPayments(at),
    ]);
  }, everyMilliseconds);
  round.unref();
  return () => clearInterval(round);
}
