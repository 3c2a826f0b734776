import { useFetcher } from "@remix-run/react";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { DialogBox } from "#app/kit/dialog.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { offlineWords } from "#app/words/offline.ts";

// All reasons in words weigh more than the rest of the frame, and are seldom needed.
const NotAdded = lazy(() => import("./not-added.tsx").then((file) => ({ default: file.NotAdded })));

/**
 * Puts products into the cart without leaving the page. The forms stay plain, and one ear here hears them all, so a card costs
 * nothing for it. What is refused is told, and mended, over the page the buyer is on.
 */
export function AddingInPlace() {
  const fetcher = useFetcher<Answer>({ key: "adding" });
  const { submit } = fetcher;
  /** How often the browser was found without connection since something was last sent. */
  const [cutOff, setCutOff] = useState(0);
  useEffect(() => {
    const listen = (event: SubmitEvent) => {
      const form = event.target;
      if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
      if (new URL(form.action).pathname !== paths.cart() || window.location.pathname === paths.cart()) return;
      event.preventDefault();
      if (!navigator.onLine) return setCutOff((times) => times + 1);
      setCutOff(0);
      const sent = new FormData(form, event.submitter);
      // Back to this very page, without the mark that shows a whole new page where the buyer was.
      sent.set("returnTo", `${window.location.pathname}${window.location.search}`);
      submit(sent, { method: "post", action: paths.cart(), preventScrollReset: true });
    };
    document.addEventListener("submit", listen);
    return () => document.removeEventListener("submit", listen);
  }, [submit]);
  const words = { ...useWords(cartWords), ...useWords(offlineWords) };
  if (cutOff > 0) {
    return (
      <Told title={words.title} about={cutOff}>
        <p>{words.notSent}</p>
      </Told>
    );
  }
  if (fetcher.state !== "idle" || !refusalIn(fetcher.data ?? null)) return null;
  return (
    <Told title={words.notAdded} about={fetcher.data}>
      <Suspense>
        <NotAdded answer={fetcher.data} isInPlace />
      </Suspense>
    </Told>
  );
}

/** A dialog that opens by itself, and again for each new thing it is about. */
function Told({ title, about, children }: { title: string; about: unknown; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (about) box.current?.showModal();
  }, [about]);
  return (
    <DialogBox box={box} title={title}>
      {children}
    </DialogBox>
  );
}
