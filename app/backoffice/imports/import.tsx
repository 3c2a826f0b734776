import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { previewOf } from "#app/domain/imports/preview.server.ts";
import { importRunOf, startRun } from "#app/domain/imports/runs.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { notFound, refused, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { rowId } from "#app/http/shapes.ts";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { importWords } from "#app/words/imports.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { Matching } from "./matching.tsx";
import { Outcome } from "./outcome.tsx";
import { RunState } from "./run-table.tsx";
import { Failed, Running } from "./running.tsx";

/** One import: its columns, how far it is, or what came of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "imports");
  const id = rowId.safeParse(params.id);
  if (!id.success) throw notFound();
  const run = await importRunOf(id.data, new Date()).catch((fault) => {
    throw fault instanceof Refusal ? notFound() : fault;
  });
  const mayStart = run.state !== "running" && (run.state !== "done" || run.isDryRun);
  const preview = mayStart ? await previewOf(run) : null;
  const { rejectedFile, storedAs: _, ...shown } = run;
  return { run: { ...shown, hasRejectedFile: rejectedFile !== null }, preview };
}

const wanted = z.object({
  act: z.enum(["try", "import"]),
  columns: z.record(z.string().max(40), z.string().max(200)),
});

/** Tries the import or starts it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireStaff(request, "imports");
  const id = rowId.safeParse(params.id);
  if (!id.success) throw notFound();
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const at = new Date();
    const run = await importRunOf(id.data, at);
    const preview = await previewOf({ ...run, map: null });
    if (!preview.isReadable) return refused(new Refusal(preview.reason.code, preview.reason.details), form.typed);
    const known = new Set(preview.fields.map((field) => field.name));
    const chosen = Object.entries(form.value.columns).filter(([field]) => known.has(field));
    const map = Object.fromEntries(
      chosen.map(([field, column]) => [field, column === "" ? "" : (preview.header[Number(column)] ?? "")]),
    );
    const words = rejectionWords[localeOf(request, user.locale)];
    await startRun(scope, id.data, { map, isDryRun: form.value.act === "try", words }, at);
    return seeOther(paths.office.import(id.data));
  });
}

export default function Import() {
  const { run, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(importWords);
  return (
    <div className="page">
      <PageHeader
        title={run.fileName}
        lead={w.kinds[run.kind]}
        trail={[{ label: w.title, href: paths.office.imports() }, { label: run.fileName }]}
        marks={<RunState run={preview && !preview.isReadable ? { ...run, state: "failed" } : run} />}
      />
      <FormErrors answer={answer} labels={w.fields} />
      {run.state === "running" ? <Running run={run} /> : null}
      {run.failure ? <Failed reason={run.failure.reason} /> : null}
      {run.state === "interrupted" ? <Notice tone="warn">{w.interruptedNotice}</Notice> : null}
      {run.state === "done" && run.summary ? (
        <Outcome id={run.id} summary={run.summary} isDryRun={run.isDryRun} hasRejectedFile={run.hasRejectedFile} />
      ) : null}
      {preview?.isReadable ? <Matching preview={preview} /> : null}
      {preview && !preview.isReadable && !run.failure ? <Failed reason={preview.reason} /> : null}
    </div>
  );
}
