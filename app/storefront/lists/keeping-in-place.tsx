import { useFetcher, useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { DialogBox } from "#app/kit/dialog.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { listWords } from "#app/words/lists.ts";
import { marksForm } from "./mark-buttons.tsx";

/**
 * The one form of a page that stars and "tell me" are sent by: their buttons stand anywhere and name it. Where scripts run the
 * page stays; without them the form says where to come back to.
 */
export function KeepingInPlace() {
  const fetcher = useFetcher<Answer>({ key: "marks" });
  const { pathname, search } = useLocation();
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const isRefused = fetcher.state === "idle" && refusalIn(fetcher.data ?? null) !== null;
  return (
    <>
      <fetcher.Form id={marksForm} method="post" action={paths.marks()} preventScrollReset hidden>
        {isAlive ? null : <input type="hidden" name="returnTo" value={`${pathname}${search}`} />}
      </fetcher.Form>
      {isRefused ? <Refused answer={fetcher.data} /> : null}
    </>
  );
}

function Refused({ answer }: { answer: Answer }) {
  const w = useWords(listWords);
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (answer) box.current?.showModal();
  }, [answer]);
  return (
    <DialogBox box={box} title={w.notKept}>
      <div className="stack-sm">
        <FormErrors answer={answer} />
        <a className="link" href={paths.lists()}>
          {w.title}
        </a>
      </div>
    </DialogBox>
  );
}
