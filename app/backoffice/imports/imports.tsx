import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { importKinds } from "#app/domain/imports/fields.ts";
import { previewOf } from "#app/domain/imports/preview.server.ts";
import { importRunsPage, noteArrivedFile } from "#app/domain/imports/runs.server.ts";
import { dropUpload, keepUpload } from "#app/domain/imports/uploads.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refused, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { readForm } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { uploadOf } from "#app/http/upload.server.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { importWords } from "#app/words/imports.ts";
import { RunTable } from "./run-table.tsx";

const asked = z.object({ page: z.coerce.number().int().min(1).default(1) });

/** What came in before, and a place for the next file. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "imports");
  const { rows, ...page } = await importRunsPage(searchOf(request, asked).value.page, new Date());
  const runs = rows.map(({ summary, progress, id, kind, fileName, state, isDryRun, startedAt, startedBy }) => ({
    ...{ id, kind, fileName, state, isDryRun, startedAt, startedBy },
    read: summary?.read ?? progress?.read ?? null,
    accepted: summary?.accepted ?? null,
    rejected: summary?.rejected ?? null,
  }));
  return { ...page, runs };
}

const wanted = z.object({ kind: z.enum(importKinds) });

/** Keeps the file and goes on to its columns; one that cannot be read is refused where it was chosen. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "imports");
  const fields: Record<string, string> = {};
  return unlessRefused(fields, async () => {
    const { file } = await uploadOf(request, "file", keepUpload, { fields });
    const typed = new FormData();
    for (const [name, value] of Object.entries(fields)) typed.set(name, value);
    const form = readForm(typed, wanted);
    if (!form.ok) return unreadable(form);
    if (!file) return unreadable({ ok: false, errors: { file: { code: "required" } }, typed: form.typed });
    const preview = await previewOf({ kind: form.value.kind, storedAs: file.kept, map: null });
    if (!preview.isReadable) {
      await dropUpload(file.kept);
      return refused(new Refusal(preview.reason.code, preview.reason.details), form.typed);
    }
    const id = await noteArrivedFile(
      scope,
      { kind: form.value.kind, fileName: file.name, arrived: file.kept },
      new Date(),
    );
    return seeOther(paths.office.import(id));
  });
}

export default function Imports() {
  const { runs, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(importWords);
  return (
    <div className="page">
      <PageHeader title={w.title} lead={w.lead} />
      <Card title={w.newTitle}>
        <form method="post" encType="multipart/form-data" className="form">
          <FormErrors answer={answer} labels={{ kind: w.kind, file: w.file }} />
          <div className="form-row">
            <Select
              name="kind"
              label={w.kind}
              answer={answer}
              value="orders"
              options={importKinds.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
            />
            <Field
              name="file"
              type="file"
              label={w.file}
              help={w.fileHelp}
              accept=".csv,.gz,.txt,.tsv,.xlsx"
              answer={answer}
              required
            />
          </div>
          <div className="form-foot">
            <Button look="primary" icon="upload">
              {w.send}
            </Button>
          </div>
        </form>
      </Card>
      <Card title={w.history} flush>
        <RunTable runs={runs} />
      </Card>
      <Pagination page={page.page} pageSize={page.pageSize} total={page.total} />
    </div>
  );
}
