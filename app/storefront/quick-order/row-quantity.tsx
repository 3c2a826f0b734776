import { useEffect, useRef } from "react";
import type { EnteredRow } from "#app/domain/carts/entry-row.ts";
import { useWords } from "#app/kit/words.tsx";
import { quickOrderWords } from "#app/words/quick-order.ts";

/** A quantity that is its own field: what the answer made of it is shown unless somebody is writing in it. */
export function RowQuantity({ row, name, askSoon }: { row: EnteredRow; name: string; askSoon: () => void }) {
  const w = useWords(quickOrderWords);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    if (field && field !== document.activeElement) field.value = row.quantity;
  }, [row.quantity]);
  const isWrong = row.question === "quantity" || row.question === "pack" || (row.product !== null && !row.isReady);
  return (
    <input
      ref={input}
      id={row.product ? `row-${row.id}` : undefined}
      name={name}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={40}
      className="input entry-quantity"
      aria-label={w.quantityOf(row.product?.name ?? row.said)}
      aria-invalid={isWrong ? true : undefined}
      aria-describedby={isWrong ? `messages-${row.id}` : undefined}
      defaultValue={row.quantity}
      onChange={askSoon}
    />
  );
}
