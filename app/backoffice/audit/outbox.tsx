import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { outboxPage, tryAgain } from "#app/domain/audit/outbox.server.ts";
import { seeOther } from "#app/http/answer.ts";
import { searchOf } from "#app/http/search.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { auditWords } from "#app/words/audit.ts";

const asked = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) });

/** The mails the house wrote: sent, waiting, or not accepted. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "audit");
  return outboxPage(searchOf(request, asked).value.page);
}

/** Tries to send what waits, at once. */
export async function action({ request }: ActionFunctionArgs) {
  await requireStaff(request, "audit");
  await tryAgain(new Date());
  return seeOther(paths.office.outbox());
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>["mails"]["rows"][number];

export default function Outbox() {
  const { mails, waiting, isMailSet } = useLoaderData<typeof loader>();
  const w = useWords(auditWords);
  const columns: Column<Mail>[] = [
    { key: "queuedAt", head: w.queuedAt, cell: (mail) => <MomentShown at={mail.queuedAt} /> },
    { key: "to", head: w.mailTo, cell: (mail) => <span className="break-all">{mail.to}</span> },
    {
      key: "subject",
      head: w.mailSubject,
      phone: "title",
      cell: (mail) => (
        <Disclose summary={mail.subject}>
          <pre className="max-w-prose font-sans break-words whitespace-pre-wrap">{mail.text}</pre>
        </Disclose>
      ),
    },
    { key: "state", head: w.state, phone: "wide", cell: (mail) => <MailState mail={mail} /> },
  ];
  return (
    <div className="page">
      <PageHeader
        trail={[{ label: w.audit, href: paths.office.audit() }, { label: w.outbox }]}
        title={w.outbox}
        lead={w.outboxLead}
        marks={waiting > 0 ? <Badge tone="warn">{w.waitingCount(waiting)}</Badge> : null}
        actions={
          isMailSet && waiting > 0 ? (
            <form method="post">
              <Button icon="send">{w.sendAgain}</Button>
            </form>
          ) : null
        }
      />
      {isMailSet ? null : (
        <Notice tone="warn" title={w.noServer}>
          {w.noServerLead}
        </Notice>
      )}
      <Table
        caption={w.outbox}
        columns={columns}
        rows={mails.rows}
        rowKey={(mail) => mail.id}
        empty={
          <EmptyState icon="mail" title={w.noMail}>
            {w.noMailLead}
          </EmptyState>
        }
      />
      <Pagination page={mails.page} pageSize={mails.pageSize} total={mails.total} />
    </div>
  );
}

function MailState({ mail }: { mail: Mail }) {
  const w = useWords(auditWords);
  if (mail.sentAt) {
    return (
      <>
        <Badge tone="good">{w.sent}</Badge> <MomentShown at={mail.sentAt} />
      </>
    );
  }
  return (
    <div className="stack-sm">
      <span className="row">
        <Badge tone={mail.lastError ? "bad" : "warn"}>{mail.lastError ? w.givenUp : w.waiting}</Badge>
        {mail.attempts > 0 ? <span className="faint">{w.attempts(mail.attempts)}</span> : null}
      </span>
      {mail.lastError ? <span className="text-sm text-muted">{mail.lastError}</span> : null}
    </div>
  );
}
