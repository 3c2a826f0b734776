import { longestListName } from "#app/domain/lists/list.ts";
import { type Answer, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { listWords } from "#app/words/lists.ts";
import type { ShownList } from "./list.tsx";

/** What can be done to a list as a whole; favourites can only be copied. */
export function ListTools({ list }: { list: ShownList }) {
  const w = useWords(listWords);
  return (
    <>
      {list.isFavourites ? null : (
        <Dialog opener={w.rename} title={w.rename}>
          <form method="post" className="form">
            <input type="hidden" name="act" value="rename" />
            <Field id="new-name" name="name" label={w.name} value={list.name} required maxLength={longestListName} />
            {list.isOwn ? <Checkbox name="isShared" label={w.share} defaultChecked={list.isShared} /> : null}
            <div className="form-foot">
              <Button look="primary">{w.save}</Button>
            </div>
          </form>
        </Dialog>
      )}
      {list.lines.length === 0 ? null : (
        <form method="post">
          <input type="hidden" name="act" value="copy" />
          <Button icon="copy">{w.copy}</Button>
        </form>
      )}
      {list.isFavourites ? null : (
        <Dialog opener={w.remove} openerClass="btn btn-quiet" title={w.remove}>
          <form method="post" className="stack">
            <p>{w.removeAsk(list.name)}</p>
            <input type="hidden" name="act" value="remove" />
            <Button look="danger">{w.remove}</Button>
          </form>
        </Dialog>
      )}
    </>
  );
}

/** A name that was refused, to be mended; the dialog it was typed into is closed by then. */
export function MendName({ list, answer }: { list: ShownList; answer: Answer }) {
  const w = useWords(listWords);
  if (typedOr(answer, "act", null) !== "rename") return null;
  return (
    <form method="post" className="form card card-pad">
      <FormErrors answer={answer} labels={{ name: w.name }} />
      <input type="hidden" name="act" value="rename" />
      <Field name="name" label={w.name} answer={answer} value={list.name} required maxLength={longestListName} />
      {list.isOwn ? (
        <Checkbox name="isShared" label={w.share} defaultChecked={refusalIn(answer)?.typed.isShared !== undefined} />
      ) : null}
      <div className="form-foot">
        <Button look="primary">{w.save}</Button>
      </div>
    </form>
  );
}

/** Puts a product on the list by its code. */
export function AddBySku({ answer }: { answer: Answer }) {
  const w = useWords(listWords);
  const isOurs = typedOr(answer, "act", null) === "put";
  const refusal = isOurs ? refusalIn(answer) : null;
  const isUnknown = refusal?.reasons.some(({ code }) => code === "not_found");
  return (
    <form method="post" className="form max-w-md" id="add">
      {refusal && !isUnknown ? <FormErrors answer={answer} labels={{ sku: w.addBySku }} /> : null}
      <input type="hidden" name="act" value="put" />
      <div className="flex items-start gap-2">
        <div className="flex-1">
          <Field
            name="sku"
            label={w.addBySku}
            help={w.addBySkuHelp}
            answer={isOurs ? answer : null}
            maxLength={60}
            required
          />
          {isUnknown ? (
            <p className="error" role="alert">
              {w.unknownSku}
            </p>
          ) : null}
        </div>
        <Button icon="plus" className="mt-6">
          {w.add}
        </Button>
      </div>
    </form>
  );
}
