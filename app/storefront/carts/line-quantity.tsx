import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, useRef } from "react";
import { Icon } from "#app/kit/icon.tsx";
import { QuantityStepper } from "#app/kit/quantity-stepper.tsx";
import { useWords } from "#app/kit/words.tsx";
import { cartWords } from "#app/words/cart.ts";
import type { ShownLine } from "./cart.tsx";

/** How long typing and clicking may go on before the new quantity is sent. */
const pauseMs = 600;

/** The quantity of a line: sent by itself after a short pause, by Enter, or by the button where there is no JavaScript. */
export function LineQuantity({ line }: { line: ShownLine }) {
  const w = useWords(cartWords);
  const submit = useSubmit();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const soon = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      if (form.isConnected && form.checkValidity()) submit(form, { preventScrollReset: true, replace: true });
      else form.reportValidity();
    }, pauseMs);
  };
  return (
    <>
      <Form method="post" preventScrollReset replace onChange={soon} key={`${line.sku} ${line.quantity}`}>
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="sku" value={line.sku} />
        <QuantityStepper
          label={w.quantityOf(line.name)}
          value={line.quantity}
          multiple={line.packMultiple}
          least={line.least}
        />
        <noscript>
          <button type="submit" className="btn btn-sm">
            {w.update}
          </button>
        </noscript>
      </Form>
      <Form method="post" preventScrollReset replace>
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="sku" value={line.sku} />
        <button type="submit" className="btn btn-quiet btn-sm btn-icon" aria-label={w.removeNamed(line.name)}>
          <Icon name="trash" />
        </button>
      </Form>
    </>
  );
}
