import { useEffect, useRef } from "react";
import type { Answer } from "#app/kit/answered.ts";
import { DialogBox } from "#app/kit/dialog.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { listWords } from "#app/words/lists.ts";

/** Why a star or a wish was not kept, over the page the buyer is on. */
export default function NotKept({ answer }: { answer: Answer }) {
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
