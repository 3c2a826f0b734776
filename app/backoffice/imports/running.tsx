import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { RunProgress } from "#app/domain/imports/run.ts";
import type { Reason } from "#app/domain/refusal.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { importWords } from "#app/words/imports.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { refusalWords } from "#app/words/refusals.ts";

const lookAgainAfter = 1_500;

/** How far it is; looks again by itself, and by a link without JavaScript. */
export function Running({ run }: { run: { id: number; isDryRun: boolean; progress: RunProgress | null } }) {
  const w = useWords(importWords);
  const locale = useLocale();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const looking = setInterval(revalidate, lookAgainAfter);
    return () => clearInterval(looking);
  }, [revalidate]);
  const { progress } = run;
  const count = (value: number | undefined) => formatNumber(value ?? 0, locale);
  return (
    <Card
      title={run.isDryRun ? w.trying : w.importing}
      actions={
        <ButtonLink size="sm" href={paths.office.import(run.id)}>
          {w.refresh}
        </ButtonLink>
      }
    >
      <div className="stack-sm" aria-live="polite">
        <progress
          className="h-2 w-full accent-accent"
          value={progress?.stage === "writing" ? 1 : (progress?.fraction ?? undefined)}
          max={1}
        >
          {w.running(count(progress?.read))}
        </progress>
        <p className="tnum">
          {w.running(count(progress?.read))} · {count(progress?.rejected)} {w.rejected.toLowerCase()}
        </p>
        {progress?.stage === "writing" ? <p>{w.writing}</p> : null}
        <p className="muted">{w.leave}</p>
      </div>
    </Card>
  );
}

/** Why nothing came of it. */
export function Failed({ reason }: { reason: Reason | null }) {
  const w = useWords(importWords);
  const refusals = useWords(refusalWords);
  if (!reason) return <Notice tone="bad">{w.failedFault}</Notice>;
  const found = reason.details.found;
  const missing = String(reason.details.columns ?? "")
    .split(", ")
    .map((name) => w.fields[name] ?? name)
    .join(", ");
  return (
    <Notice tone="bad">
      {refusals[reason.code]({ ...reason.details, columns: missing })} {found ? w.found(String(found)) : null}{" "}
      <a className="link" href={paths.office.imports()}>
        {w.sendAnother}
      </a>
    </Notice>
  );
}
