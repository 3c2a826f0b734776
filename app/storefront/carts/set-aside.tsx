import { longestCartName } from "#app/domain/carts/kept-cart.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { Field } from "#app/kit/field.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { keptCartWords } from "#app/words/kept-carts.ts";

/** Sets the cart aside, asked for its name over the page. */
export function SetAside({ name }: { name: string | null }) {
  const w = useWords(keptCartWords);
  return (
    <Dialog opener={w.setAside} title={w.setAside}>
      <SetAsideForm name={name} answer={null} />
    </Dialog>
  );
}

/** The name under which the cart waits; what was typed is kept when it needs mending. */
export function SetAsideForm({ name, answer }: { name: string | null; answer: Answer }) {
  const w = useWords(keptCartWords);
  return (
    <form method="post" action={paths.keptCarts()} className="form">
      <p>{w.setAsideLead}</p>
      <input type="hidden" name="act" value="aside" />
      <Field
        id="cart-name"
        name="name"
        label={w.name}
        help={w.nameHelp}
        value={name}
        answer={answer}
        maxLength={longestCartName}
        autoComplete="off"
        required
      />
      <div className="form-foot">
        <Button look="primary">{w.keep}</Button>
      </div>
    </form>
  );
}
