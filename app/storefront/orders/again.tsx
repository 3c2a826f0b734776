import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { stockWishesOf } from "#app/domain/catalog/stock-wishes.server.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { againOf } from "#app/domain/orders/reorder.server.ts";
import { foundOr404, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { linesWanted, sentLines } from "#app/storefront/lists/lines-form.ts";
import { intoCart } from "#app/storefront/lists/list-acts.server.ts";
import { NotAllIn } from "#app/storefront/lists/not-all-in.tsx";
import { formatDayOf } from "#app/words/days.ts";
import { orderWords } from "#app/words/orders.ts";
import { reorderWords } from "#app/words/reorder.ts";
import { AgainLine } from "./again-line.tsx";

/** What of an old order is another thing today, line by line; looking changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer, mayOrder } = await requireBuyer(request);
  const order = await foundOr404(orderOf(buyer, params.number ?? ""));
  const [lines, awaited] = await Promise.all([againOf(buyer, order.number, new Date()), stockWishesOf(buyer)]);
  const waiting = new Set(awaited.map(({ sku }) => sku));
  return {
    number: order.number,
    placedAt: order.placedAt,
    lines: lines.map((line) => ({ ...line, isAwaited: waiting.has(line.sku) })),
    mayOrder,
  };
}

export type ShownAgain = ReturnType<typeof useLoaderData<typeof loader>>["lines"][number];

const wanted = z.object({ lines: sentLines });

/** Puts the ticked lines into the cart, in the quantities typed; those that cannot go in say why beside them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  await foundOr404(orderOf(buyer, params.number ?? ""));
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, () => intoCart(buyer, linesWanted(form.value.lines, false), form.typed, new Date()));
}

export default function Again() {
  const { number, placedAt, lines, mayOrder } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(reorderWords);
  const order = useWords(orderWords);
  const locale = useLocale();
  const isAnySold = lines.some((line) => line.unitPriceE4 !== null);
  return (
    <div className="page">
      <PageHeader
        title={w.title(number)}
        lead={w.orderedOn(formatDayOf(placedAt, locale))}
        trail={[
          { label: order.title, href: paths.orders() },
          { label: number, href: paths.order(number) },
          { label: w.again },
        ]}
      />
      {answer ? <NotAllIn answer={answer} /> : <Changes lines={lines} />}
      {lines.length === 0 ? null : (
        <Card flush>
          <Form method="post" preventScrollReset>
            <ul aria-label={w.lines}>
              {lines.map((line, at) => (
                <AgainLine key={line.sku} line={line} at={at} answer={answer} />
              ))}
            </ul>
            {mayOrder && isAnySold ? (
              <div className="chosen-foot justify-end">
                <Button look="primary" size="lg" icon="cart">
                  {w.toCart}
                </Button>
              </div>
            ) : null}
          </Form>
        </Card>
      )}
    </div>
  );
}

function Changes({ lines }: { lines: readonly ShownAgain[] }) {
  const w = useWords(reorderWords);
  const changed = lines.filter((line) => line.differences.length > 0).length;
  if (lines.every((line) => line.unitPriceE4 === null)) return <Notice tone="warn">{w.nothingLeft}</Notice>;
  if (changed === 0) {
    return (
      <Notice tone="good" title={w.unchanged}>
        {w.unchangedLead}
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={w.changed(changed)}>
      {w.changedLead}
    </Notice>
  );
}
