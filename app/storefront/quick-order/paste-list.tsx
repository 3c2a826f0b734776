import { type ChangeEvent, useState } from "react";
import type { Reason } from "#app/domain/refusal.ts";
import { Button } from "#app/kit/button.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import { refusalWords } from "#app/words/refusals.ts";
import type { SheetPage } from "./use-sheet.ts";

const mostBytes = 2 * 2 ** 20;

/** A whole list at once: pasted or written as a message, or from a file. */
export function PasteList({ page }: { page: SheetPage }) {
  const w = useWords(quickOrderWords);
  const [tooLarge, setTooLarge] = useState<Reason | null>(null);
  const { sheet, ask } = page;
  const fileReason = tooLarge ?? sheet.fileReason;
  function chosen(event: ChangeEvent<HTMLInputElement>): void {
    const [file] = event.target.files ?? [];
    const isTooLarge = file !== undefined && file.size > mostBytes;
    setTooLarge(isTooLarge ? { code: "file_too_large", details: { limit: "2 MB" } } : null);
    if (isTooLarge) event.target.value = "";
    else if (file) ask("read");
  }
  return (
    <div className="entry-paste">
      <div className="field">
        <label className="label" htmlFor="text">
          {w.paste}
        </label>
        <textarea
          id="text"
          name="text"
          rows={6}
          className="input"
          placeholder={w.pasteExample}
          defaultValue={sheet.text}
          aria-invalid={sheet.textReason ? true : undefined}
          aria-describedby="text-help text-error"
          onPaste={() => setTimeout(() => ask("read"))}
        />
        <p className="help" id="text-help">
          {w.pasteHelp}
        </p>
        <Problem id="text-error" reason={sheet.textReason} />
        <div>
          <Button name="act" value="read">
            {w.read}
          </Button>
        </div>
      </div>
      <div className="field">
        <label className="label" htmlFor="file">
          {w.file}
        </label>
        <input
          id="file"
          type="file"
          name="file"
          className="input"
          accept=".csv,.txt,.tsv,.xlsx,.gz,text/csv"
          aria-invalid={fileReason ? true : undefined}
          aria-describedby="file-help file-error"
          onChange={chosen}
        />
        <p className="help" id="file-help">
          {w.fileHelp}
        </p>
        <Problem id="file-error" reason={fileReason} />
        <p>
          <a className="link row gap-1 text-sm" href={paths.quickOrderSample()} download>
            <Icon name="download" className="size-3.5" />
            {w.sample}
          </a>
        </p>
      </div>
    </div>
  );
}

function Problem({ id, reason }: { id: string; reason: Reason | null }) {
  const sentences = useWords(refusalWords);
  return (
    <div id={id} role="alert">
      {reason ? (
        <p className="error">
          <Icon name="danger" className="mt-0.5 size-3.5 shrink-0" />
          {sentences[reason.code](reason.details)}
        </p>
      ) : null}
    </div>
  );
}
