import { useSubmit } from "@remix-run/react";
import type { FormEvent } from "react";

/**
 * What a choice at the checkout is followed by: the page is asked for the prices and the freight it makes, at once and in its place.
 * The order sends what the page showed, so it must not show the price of another choice. Without scripts a button asks the same.
 */
export function useShownAnew(): (act: "choose" | "deliver") => (event: FormEvent<HTMLFieldSetElement>) => void {
  const submit = useSubmit();
  return (act) => (event) => {
    const { form } = event.currentTarget;
    if (!form) return;
    const asked = new FormData(form);
    asked.set("act", act);
    submit(asked, { method: "post", replace: true, preventScrollReset: true });
  };
}
