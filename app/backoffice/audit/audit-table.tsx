import type { ReactNode } from "react";
import { MomentShown } from "#app/kit/day.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { auditWords } from "#app/words/audit.ts";
import { AuditSubject } from "./audit-subject.tsx";

interface Line {
  id: number;
  at: Date;
  actor: string | null;
  customerId: number | null;
  customer: string | null;
  action: string;
  subject: string;
  about: string | null;
  before: unknown;
  after: unknown;
  requestId: string | null;
}

/** Who did what, and what changed, a line each. */
export function AuditTable({ lines, empty }: { lines: Line[]; empty: ReactNode }) {
  const w = useWords(auditWords);
  const actions: Record<string, string> = w.actions;
  const columns: Column<Line>[] = [
    { key: "at", head: w.when, cell: (line) => <MomentShown at={line.at} /> },
    { key: "actor", head: w.who, cell: (line) => line.actor ?? <span className="text-faint">{w.house}</span> },
    {
      key: "action",
      head: w.action,
      phone: "title",
      cell: (line) => actions[line.action] ?? line.action.replaceAll("_", " "),
    },
    {
      key: "subject",
      head: w.subject,
      cell: (line) => <AuditSubject subject={line.subject} name={line.about} />,
    },
    {
      key: "customer",
      head: w.customer,
      cell: (line) =>
        line.customerId && line.customer ? (
          <a className="link-plain" href={paths.office.customer(line.customerId)}>
            {line.customer}
          </a>
        ) : (
          <span className="text-faint">–</span>
        ),
    },
    { key: "change", head: w.change, phone: "wide", cell: (line) => <Change line={line} /> },
  ];
  return <Table caption={w.audit} columns={columns} rows={lines} rowKey={(line) => line.id} empty={empty} />;
}

function Change({ line }: { line: Line }) {
  const w = useWords(auditWords);
  const before = factsIn(line.before);
  const after = factsIn(line.after);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (names.length === 0 && !line.requestId) return null;
  return (
    <Disclose summary={w.see}>
      <ul className="text-sm whitespace-normal">
        {names.map((name) => (
          <li key={name}>
            <span className="text-muted">{name}</span>{" "}
            {line.before === null ? null : (
              <>
                <del>{before[name] ?? w.empty}</del>{" "}
              </>
            )}
            <ins className="no-underline">{after[name] ?? w.empty}</ins>
          </li>
        ))}
        {line.requestId ? (
          <li className="text-faint">
            {w.requestId}: <code>{line.requestId}</code>
          </li>
        ) : null}
      </ul>
    </Disclose>
  );
}

/** What was written down as text, name by name. */
function factsIn(said: unknown): Record<string, string> {
  if (said === null || typeof said !== "object") return said === null || said === undefined ? {} : { "": String(said) };
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(said)) {
    if (value === null || value === undefined || value === "") continue;
    facts[name] = typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  return facts;
}
