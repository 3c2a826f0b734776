import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { commonWords } from "#app/words/everyday.ts";
import { Icon } from "./icon.tsx";
import { useWords } from "./words.tsx";

/** A question or small form over the page. Without JavaScript its content unfolds below the button instead. */
export function Dialog({
  opener,
  openerClass = "btn",
  title,
  children,
}: {
  opener: ReactNode;
  openerClass?: string;
  title: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!isAlive) {
    return (
      <details className="inline-block">
        <summary className={openerClass}>{opener}</summary>
        <div className="card card-body mt-2">{children}</div>
      </details>
    );
  }
  return (
    <>
      <button type="button" className={openerClass} onClick={() => box.current?.showModal()}>
        {opener}
      </button>
      <DialogBox box={box} title={title}>
        {children}
      </DialogBox>
    </>
  );
}

/** The frame of a dialog with its title and the way out; whoever holds `box` opens it. */
export function DialogBox({
  box,
  title,
  children,
}: {
  box: RefObject<HTMLDialogElement>;
  title: string;
  children: ReactNode;
}) {
  const w = useWords(commonWords);
  return (
    <dialog ref={box} className="dialog" aria-label={title}>
      <div className="card-head">
        <h2 className="text-md">{title}</h2>
        <button
          type="button"
          className="btn btn-quiet btn-sm btn-icon"
          aria-label={w.close}
          onClick={() => box.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="card-body text-left whitespace-normal">{children}</div>
    </dialog>
  );
}
