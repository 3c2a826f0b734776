import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ReplenishmentList } from "#app/domain/replenishment/list.server.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formWords } from "#app/words/forms.ts";
import { formatCents } from "#app/words/numbers.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";
import { DueTable } from "./due-table.tsx";
import { RefusedList } from "./refused-list.tsx";

/** Enter puts the ticked rows in the cart: in a field the browser does it, and with nothing in hand the page does. */
function useEnter(form: React.RefObject<HTMLFormElement>, mayOrder: boolean): void {
  useEffect(() => {
    if (!mayOrder) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.defaultPrevented || event.target !== document.body) return;
      const button = form.current?.querySelector<HTMLButtonElement>("button[value=cart]");
      if (button) form.current?.requestSubmit(button);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form, mayOrder]);
}

/** What is due, ticked, and what comes next, as one form: one key turns it into the cart. */
export function DueForm({
  list,
  today,
  mayOrder,
  answer,
}: {
  list: ReplenishmentList;
  today: string;
  mayOrder: boolean;
  answer: Answer;
}) {
  const w = useWords(replenishmentWords);
  const words = useWords(formWords);
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  useEnter(form, mayOrder);
  const { due, next } = list;
  return (
    <Form ref={form} method="post" action={paths.replenish()} className="stack" noValidate preventScrollReset>
      {refusalIn(answer) ? <RefusedList answer={answer} title={words.notDone} /> : null}
      {mayOrder ? (
        <div className="replenish-bar">
          <div className="min-w-0">
            <p className="font-semibold">{w.dueCount(list.dueCount)}</p>
            <p className="text-sm text-muted">{w.dueLead(formatCents(list.dueCents, locale))}</p>
          </div>
          <div className="row">
            <Button look="primary" icon="cart" name="act" value="cart" aria-keyshortcuts="Enter">
              {w.toCart} <kbd className="max-sm:hidden">Enter</kbd>
            </Button>
            <Button name="act" value="remember" title={w.rememberHow}>
              {w.remember}
            </Button>
          </div>
          <p className="w-full text-sm text-muted max-sm:hidden">
            {w.toCartHow} {w.rememberHow}
          </p>
        </div>
      ) : null}
      {due.length > 0 ? (
        <Card title={w.due} flush>
          <DueTable caption={w.due} lines={due} from={0} today={today} mayOrder={mayOrder} answer={answer} />
          {list.dueCount > due.length ? <p className="table-foot">{w.moreDue(due.length)}</p> : null}
        </Card>
      ) : null}
      {next.length > 0 ? (
        <Card title={w.next} actions={<span className="faint">{w.nextLead}</span>} flush>
          <DueTable caption={w.next} lines={next} from={due.length} today={today} mayOrder={mayOrder} answer={answer} />
          {list.nextCount > next.length ? (
            <p className="table-foot">{w.moreNext(next.length, list.nextCount)}</p>
          ) : null}
        </Card>
      ) : null}
    </Form>
  );
}
