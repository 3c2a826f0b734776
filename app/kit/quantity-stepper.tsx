import type { MouseEvent } from "react";
import { commonWords } from "#app/words/everyday.ts";
import { useWords } from "./words.tsx";

function stepped(event: MouseEvent<HTMLButtonElement>, direction: 1 | -1): void {
  const input = event.currentTarget.parentElement?.querySelector("input");
  if (!input) return;
  if (direction === 1) input.stepUp();
  else input.stepDown();
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A quantity in steps of the pack multiple: a plain number field that works without JavaScript, with two buttons beside it. */
export function QuantityStepper({
  name = "quantity",
  label,
  value,
  multiple = 1,
  least = multiple,
  most,
  form,
}: {
  name?: string;
  /** Names the product for those who hear the page. */
  label: string;
  value?: number;
  multiple?: number;
  least?: number;
  most?: number;
  form?: string;
}) {
  const w = useWords(commonWords);
  return (
    <span className="stepper">
      <button type="button" tabIndex={-1} aria-label={w.decrease} onClick={(event) => stepped(event, -1)} />
      <input
        type="number"
        inputMode="numeric"
        name={name}
        form={form}
        aria-label={label}
        defaultValue={value ?? least}
        min={least}
        max={most}
        step={multiple}
      />
      <button type="button" tabIndex={-1} aria-label={w.increase} onClick={(event) => stepped(event, 1)} />
    </span>
  );
}
