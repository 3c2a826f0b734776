import { type ShareLink, shareLinkStateOf } from "#app/domain/catalog/share-link.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Count } from "#app/kit/count.tsx";
import { Ago, MomentShown } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { shareLinkWords } from "#app/words/share-links.ts";

/** The links there are, what each shows, until when, and how often it was opened. */
export function LinkTable({ links, now }: { links: readonly ShareLink[]; now: Date }) {
  const w = useWords(shareLinkWords);
  return (
    <Table
      caption={w.links}
      rows={links}
      rowKey={(link) => link.id}
      empty={
        <EmptyState icon="link" title={w.none}>
          {w.noneLead}
        </EmptyState>
      }
      columns={[
        { key: "name", head: w.name, phone: "title", wrap: true, cell: (link) => link.name },
        {
          key: "shows",
          head: w.shows,
          wrap: true,
          cell: (link) => [link.category, link.supplier].filter(Boolean).join(" · ") || w.everything,
        },
        { key: "by", head: w.madeBy, phone: "hide", cell: (link) => link.madeBy },
        { key: "until", head: w.until, cell: (link) => <MomentShown at={link.expiresAt} /> },
        { key: "views", head: w.views, number: true, cell: (link) => <Count value={link.views} /> },
        {
          key: "last",
          head: w.last,
          phone: "hide",
          cell: (link) => (link.lastViewedAt ? <Ago at={link.lastViewedAt} asOf={now} /> : "–"),
        },
        {
          key: "state",
          head: w.state,
          cell: (link) => {
            const state = shareLinkStateOf(link, now);
            return <Badge tone={state === "open" ? "good" : undefined}>{w.states[state]}</Badge>;
          },
        },
        {
          key: "act",
          head: <span className="sr-only">{w.revoke}</span>,
          cell: (link) =>
            shareLinkStateOf(link, now) === "open" ? (
              <form method="post">
                <input type="hidden" name="id" value={link.id} />
                <Button size="sm" look="danger" name="act" value="revoke" aria-label={w.revokeNamed(link.name)}>
                  {w.revoke}
                </Button>
              </form>
            ) : null,
        },
      ]}
    />
  );
}
