import { rejectionCodes } from "#app/domain/imports/rejection.ts";
import type { ImportRun } from "#app/domain/imports/run.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Count } from "#app/kit/count.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { importWords } from "#app/words/imports.ts";
import { formatDecimal } from "#app/words/numbers.ts";
import { rejectionWords } from "#app/words/rejections.ts";

const samplesShown = 8;

type Summary = NonNullable<ImportRun["summary"]>;

/** What came of an import: the counts, why rows were rejected, and the rejected rows to take away. */
export function Outcome({
  id,
  summary,
  isDryRun,
  hasRejectedFile,
}: {
  id: number;
  summary: Summary;
  isDryRun: boolean;
  hasRejectedFile: boolean;
}) {
  const w = useWords(importWords);
  const said = useWords(rejectionWords);
  const locale = useLocale();
  const { created } = summary;
  const made: [string, number | undefined][] = [
    [w.customers, created.customers],
    [w.products, created.products],
    [w.orders, created.orders],
    [w.returns, created.returns],
    [w.receivables, summary.receivables],
    [w.bonus, summary.bonus],
    [w.replaced, summary.replaced],
  ];
  const counts: [string, number][] = [
    [w.read, summary.read],
    [w.accepted, summary.accepted],
    [w.rejected, summary.rejected],
    [w.unchanged, summary.unchanged],
    ...made.flatMap(([label, value]): [string, number][] => (value ? [[label, value]] : [])),
  ];
  const reasons = rejectionCodes.flatMap((code) => {
    const count = summary.reasons[code];
    return count ? [{ code, count }] : [];
  });
  const isNothingNew = summary.accepted > 0 && summary.unchanged === summary.accepted;
  const done = isNothingNew ? w.nothingNew : w.doneNotice;
  return (
    <>
      <Notice tone={isDryRun || isNothingNew ? "info" : "good"}>{isDryRun ? w.triedNotice : done}</Notice>
      <Card
        title={w.result}
        actions={<span className="muted tnum">{w.seconds(formatDecimal(summary.seconds, locale))}</span>}
      >
        <dl className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-5">
          {counts.map(([label, value]) => (
            <div key={label}>
              <dt className="muted text-sm">{label}</dt>
              <dd className="tnum text-lg">
                <Count value={value} />
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      {reasons.length > 0 ? (
        <Card
          title={w.reasons}
          flush
          actions={
            hasRejectedFile ? (
              <ButtonLink size="sm" icon="download" href={paths.office.rejectedRows(id)}>
                {w.download}
              </ButtonLink>
            ) : undefined
          }
          foot={hasRejectedFile ? <span className="muted">{w.downloadHelp}</span> : undefined}
        >
          <Table
            caption={w.reasons}
            rows={reasons}
            rowKey={(row) => row.code}
            columns={[
              {
                key: "reason",
                head: w.reason,
                cell: (row) => said.sentence({ code: row.code }),
                wrap: true,
                phone: "title",
              },
              { key: "count", head: w.count, number: true, cell: (row) => <Count value={row.count} /> },
            ]}
          />
        </Card>
      ) : null}
      {summary.samples.length > 0 ? (
        <Card title={w.samples} flush>
          <Table
            caption={w.samples}
            rows={summary.samples.slice(0, samplesShown)}
            rowKey={(row) => row.line}
            columns={[
              { key: "line", head: w.line, number: true, cell: (row) => <Count value={row.line} />, phone: "title" },
              { key: "reason", head: w.reason, cell: (row) => said.sentence(row), wrap: true },
              { key: "content", head: w.content, cell: (row) => row.cells.join(" · ").slice(0, 160), wrap: true },
            ]}
          />
        </Card>
      ) : null}
    </>
  );
}
