import { longestListName } from "#app/domain/lists/list.ts";
import { type Answer, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { listWords } from "#app/words/lists.ts";

/** Where the products of a new list come from; without it the list begins empty. */
export type Origin = { from: "cart" } | { order: string };

/** Begins a list; what was to go on it is kept when the name needs mending. */
export function NewList({ answer, origin, id = "name" }: { answer: Answer; origin?: Origin; id?: string }) {
  const w = useWords(listWords);
  const typedOrder = typedOr(answer, "order", null);
  const typedFrom = typedOr(answer, "from", null);
  const order = origin && "order" in origin ? origin.order : typedOrder;
  const from = origin && "from" in origin ? origin.from : typedFrom;
  return (
    <form method="post" action={paths.lists()} className="form">
      <FormErrors answer={answer} labels={{ name: w.name }} />
      <input type="hidden" name="act" value="begin" />
      {order ? <input type="hidden" name="order" value={order} /> : null}
      {!order && from === "cart" ? <input type="hidden" name="from" value="cart" /> : null}
      <Field
        id={id}
        name="name"
        label={w.name}
        help={w.nameHelp}
        answer={answer}
        required
        maxLength={longestListName}
        autoComplete="off"
      />
      <Checkbox name="isShared" label={w.share} defaultChecked={refusalIn(answer)?.typed.isShared !== undefined} />
      <div className="form-foot">
        <Button look={origin ? "primary" : "plain"} icon={origin ? undefined : "plus"}>
          {order ? w.saveOrder(order) : from === "cart" ? w.saveCart : w.begin}
        </Button>
      </div>
    </form>
  );
}

/** Keeps the cart or an order as a list, asked for its name over the page. */
export function SaveAsList({ origin }: { origin: Origin }) {
  const w = useWords(listWords);
  return (
    <Dialog
      opener={
        <>
          <Icon name="list" />
          {w.saveAs}
        </>
      }
      title={w.saveAs}
    >
      <NewList answer={null} origin={origin} id="list-name" />
    </Dialog>
  );
}
