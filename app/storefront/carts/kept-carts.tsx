import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import {
  besideCartOf,
  bringCartBack,
  keptCartsOf,
  makeCurrent,
  mergeIntoCurrent,
  removeCart,
  removedCartsOf,
  renameCart,
  setAside,
} from "#app/domain/carts/kept-carts.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { foundOr404, type NotDone, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { refusalIn, typedOr } from "#app/kit/answered.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { formatMoment } from "#app/words/days.ts";
import { keptCartWords } from "#app/words/kept-carts.ts";
import { wordsOf } from "#app/words/locale.ts";
import { KeptCartCard } from "./kept-cart-card.tsx";
import { type KeptCartsWish, keptCartsForm } from "./kept-carts-form.ts";
import { NotMerged } from "./not-merged.tsx";
import { SetAsideForm } from "./set-aside.tsx";

const asked = z.object({ removed: z.coerce.number().int().min(1).optional() });

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer, cart } = await requireBuyer(request);
  const [kept, removed, { name }] = await Promise.all([
    keptCartsOf(buyer),
    removedCartsOf(buyer, new Date()),
    besideCartOf(buyer),
  ]);
  const { removed: justRemoved } = searchOf(request, asked).value;
  return {
    kept,
    removed,
    current: { name, lines: cart.lines },
    justRemoved: removed.find(({ id }) => id === justRemoved) ?? null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { buyer, user } = await requireBuyer(request);
  const form = await formOf(request, keptCartsForm);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  const locale = localeOf(request, user.locale);
  const otherwiseNamed = wordsOf(keptCartWords, locale).otherwise(formatMoment(at, locale));
  return unlessRefused(form.typed, async () => {
    if (form.value.act !== "merge") return seeOther(await foundOr404(doneBy(buyer, form.value, otherwiseNamed, at)));
    const { held, refused } = await foundOr404(mergeIntoCurrent(buyer, form.value.id, at));
    if (refused.length === 0) return seeOther(paths.cart());
    const answer: NotDone = { done: false, reasons: refused, errors: {}, typed: form.typed };
    return data({ ...answer, held }, { status: 422 });
  });
}

/** Does what was asked and says where to look at it. */
async function doneBy(
  buyer: Buyer,
  wish: Exclude<KeptCartsWish, { act: "merge" }>,
  otherwiseNamed: string,
  at: Date,
): Promise<string> {
  switch (wish.act) {
    case "aside":
      await setAside(buyer, wish.name, at);
      return paths.keptCarts();
    case "current":
      await makeCurrent(buyer, wish.id, otherwiseNamed, at);
      return paths.cart();
    case "rename":
      await renameCart(buyer, wish.id, wish.name);
      return paths.keptCarts();
    case "remove":
      await removeCart(buyer, wish.id, at);
      return paths.keptCarts({ removed: wish.id });
    case "back":
      await bringCartBack(buyer, wish.id, at);
      return paths.keptCarts();
  }
}

export default function KeptCarts() {
  const { kept, removed, current, justRemoved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(keptCartWords);
  const cart = useWords(cartWords);
  const refusal = refusalIn(answer);
  const isNaming = refusal !== null && typedOr(answer, "act", null) === "aside" && "name" in refusal.errors;
  return (
    <div className="page">
      <PageHeader
        title={w.title}
        lead={w.lead}
        trail={[{ label: cart.title, href: paths.cart() }, { label: w.title }]}
        actions={<ButtonLink href={paths.cart()}>{w.toCart}</ButtonLink>}
      />
      {answer && "held" in answer ? (
        <NotMerged answer={answer} held={answer.held} />
      ) : (
        <FormErrors answer={answer} labels={{ name: w.name }} idOf={() => "cart-name"} />
      )}
      {isNaming ? <SetAsideForm name={current.name} answer={answer} /> : null}
      {justRemoved ? (
        <Notice tone="good" title={w.removed(justRemoved.name)}>
          <BringBack cart={justRemoved} />
        </Notice>
      ) : null}
      {kept.length === 0 ? (
        <EmptyState icon="cart" title={w.none}>
          {w.noneLead}
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {kept.map((one) => (
            <KeptCartCard key={one.id} cart={one} currentLines={current.lines} answer={answer} />
          ))}
        </ul>
      )}
      {current.lines > 0 && kept.length > 0 ? (
        <p className="muted text-sm">{w.exchange(w.lines(current.lines))}</p>
      ) : null}
      {removed.length > 0 ? (
        <Card title={w.removedTitle}>
          <ul className="stack-sm">
            {removed.map((one) => (
              <li key={one.id} className="spread">
                <span className="min-w-0 truncate text-muted">{one.name}</span>
                <BringBack cart={one} />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}

function BringBack({ cart }: { cart: { id: number; name: string } }) {
  const w = useWords(keptCartWords);
  return (
    <form method="post">
      <input type="hidden" name="act" value="back" />
      <input type="hidden" name="id" value={cart.id} />
      <Button size="sm" icon="undo" aria-label={w.bringBackNamed(cart.name)}>
        {w.bringBack}
      </Button>
    </form>
  );
}
