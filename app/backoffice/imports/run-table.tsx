import type { ImportRun } from "#app/domain/imports/run.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Count } from "#app/kit/count.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { importWords } from "#app/words/imports.ts";

/** An import as the history shows it. */
export type ListedRun = Pick<
  ImportRun,
  "id" | "kind" | "fileName" | "state" | "isDryRun" | "startedAt" | "startedBy"
> & {
  read: number | null;
  accepted: number | null;
  rejected: number | null;
};

const tones = { matching: "info", running: "info", done: "good", failed: "bad", interrupted: "warn" } as const;

/** How an import stands, as a badge. */
export function RunState({ run }: { run: Pick<ImportRun, "state" | "isDryRun"> }) {
  const w = useWords(importWords);
  const isTried = run.state === "done" && run.isDryRun;
  return <Badge tone={isTried ? "info" : tones[run.state]}>{isTried ? w.states.tried : w.states[run.state]}</Badge>;
}

const shown = (value: number | null) => (value === null ? "–" : <Count value={value} />);

/** The files that came in, each opens its result. */
export function RunTable({ runs }: { runs: ListedRun[] }) {
  const w = useWords(importWords);
  return (
    <Table
      caption={w.history}
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        {
          key: "file",
          head: w.file,
          phone: "title",
          cell: (run) => (
            <a className="link" href={paths.office.import(run.id)}>
              {run.fileName}
            </a>
          ),
        },
        { key: "kind", head: w.kind, cell: (run) => w.kinds[run.kind] },
        { key: "when", head: w.when, cell: (run) => <MomentShown at={run.startedAt} /> },
        { key: "who", head: w.who, cell: (run) => run.startedBy ?? "–", phone: "hide" },
        { key: "state", head: w.state, cell: (run) => <RunState run={run} /> },
        { key: "read", head: w.read, number: true, cell: (run) => shown(run.read) },
        { key: "accepted", head: w.accepted, number: true, cell: (run) => shown(run.accepted), phone: "hide" },
        { key: "rejected", head: w.rejected, number: true, cell: (run) => shown(run.rejected) },
      ]}
      empty={
        <EmptyState icon="upload" title={w.empty}>
          {w.emptyLead}
        </EmptyState>
      }
    />
  );
}
