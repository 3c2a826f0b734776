import { type KeptCart, longestCartName } from "#app/domain/carts/kept-cart.ts";
import { type Answer, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field } from "#app/kit/field.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatDayOf } from "#app/words/days.ts";
import { keptCartWords } from "#app/words/kept-carts.ts";
import { formatCents } from "#app/words/numbers.ts";

/** One cart that waits: what it holds, since when, and what can be done with it. */
export function KeptCartCard({ cart, currentLines, answer }: { cart: KeptCart; currentLines: number; answer: Answer }) {
  const w = useWords(keptCartWords);
  const locale = useLocale();
  const isOfThis = typedOr(answer, "id", null) === String(cart.id);
  return (
    <li className="card card-body stack-sm">
      <div>
        <h2 className="text-md font-semibold break-words">{cart.name}</h2>
        <p className="muted text-sm">
          {w.lines(cart.lines)} · {w.since(formatDayOf(cart.setAsideAt, locale))}
        </p>
        <p className="tnum text-lg font-semibold">{formatCents(cart.goodsCents, locale)}</p>
      </div>
      <div className="row">
        <CartAct act="current" cart={cart} label={w.makeCurrentNamed(cart.name)} look="primary">
          {w.makeCurrent}
        </CartAct>
        {currentLines > 0 ? (
          <CartAct act="merge" cart={cart} label={w.mergeNamed(cart.name)}>
            {w.merge}
          </CartAct>
        ) : null}
        <CartAct act="remove" cart={cart} label={w.removeNamed(cart.name)} look="quiet">
          {w.remove}
        </CartAct>
      </div>
      <Disclose summary={w.rename} open={isOfThis && typedOr(answer, "act", null) === "rename"}>
        <form method="post" className="row items-end">
          <input type="hidden" name="act" value="rename" />
          <input type="hidden" name="id" value={cart.id} />
          <Field
            id={`cart-name-${cart.id}`}
            name="name"
            label={w.name}
            value={cart.name}
            answer={isOfThis ? answer : null}
            maxLength={longestCartName}
            required
          />
          <Button size="sm">{w.rename}</Button>
        </form>
      </Disclose>
    </li>
  );
}

function CartAct({
  act,
  cart,
  label,
  look = "plain",
  children,
}: {
  act: "current" | "merge" | "remove";
  cart: KeptCart;
  label: string;
  look?: "plain" | "primary" | "quiet";
  children: string;
}) {
  return (
    <form method="post">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={cart.id} />
      <Button size="sm" look={look} aria-label={label}>
        {children}
      </Button>
    </form>
  );
}
