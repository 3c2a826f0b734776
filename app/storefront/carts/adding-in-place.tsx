import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { DialogBox } from "#app/kit/dialog.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { NotAdded } from "./not-added.tsx";

/**
 * Puts products into the cart without leaving the page. The forms stay plain, and one ear here hears them all, so a card costs
 * nothing for it. What is refused is told, and mended, over the page the buyer is on.
 */
export function AddingInPlace() {
  const fetcher = useFetcher<Answer>({ key: "adding" });
  const { submit } = fetcher;
  useEffect(() => {
    const listen = (event: SubmitEvent) => {
      const form = event.target;
      if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
      if (new URL(form.action).pathname !== paths.cart() || window.location.pathname === paths.cart()) return;
      event.preventDefault();
      const sent = new FormData(form, event.submitter);
      // Back to this very page, without the mark that shows a whole new page where the buyer was.
      sent.set("returnTo", `${window.location.pathname}${window.location.search}`);
      submit(sent, { method: "post", action: paths.cart(), preventScrollReset: true });
    };
    document.addEventListener("submit", listen);
    return () => document.removeEventListener("submit", listen);
  }, [submit]);
  return fetcher.state === "idle" && refusalIn(fetcher.data ?? null) ? <Refused answer={fetcher.data} /> : null;
}

function Refused({ answer }: { answer: Answer }) {
  const w = useWords(cartWords);
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (answer) box.current?.showModal();
  }, [answer]);
  return (
    <DialogBox box={box} title={w.notAdded}>
      <NotAdded answer={answer} isInPlace />
    </DialogBox>
  );
}
