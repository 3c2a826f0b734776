import { type KeyboardEvent, useEffect, useState } from "react";

/**
 * A field with a list of options under it, after the ARIA combobox pattern: the keys stay in the field, arrows walk along the
 * options, Enter takes one, Escape closes the list. `list` is the id of the list; `options` is null while there are none to show.
 */
export function useCombobox<Option>(list: string, options: readonly Option[] | null, pick: (option: Option) => void) {
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const shown = isOpen ? options : null;
  const idOf = (at: number) => `${list}-${at}`;

  function close(): void {
    setOpen(false);
    setActive(-1);
  }

  /** Shows the list anew, nothing chosen yet: something was typed. */
  function open(): void {
    setOpen(true);
    setActive(-1);
  }

  /** True when the key was meant for the list. */
  function tookKey(event: KeyboardEvent): boolean {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const chosen = shown?.[active];
    if (step !== 0 && options && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((at) => Math.max(-1, Math.min(options.length - 1, at + step)));
      return true;
    }
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
      return true;
    }
    if (event.key !== "Enter" || chosen === undefined) return false;
    event.preventDefault();
    pick(chosen);
    return true;
  }

  // Without script there is no list, and the field is what it always was.
  const field = isAlive
    ? ({
        role: "combobox",
        autoComplete: "off",
        "aria-expanded": shown !== null,
        "aria-controls": list,
        "aria-autocomplete": "list",
        "aria-activedescendant": shown?.[active] === undefined ? undefined : idOf(active),
      } as const)
    : { autoComplete: "off" };

  return { shown, active, isOpen, open, close, tookKey, field, idOf };
}
