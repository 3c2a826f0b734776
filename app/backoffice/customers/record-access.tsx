import type { CustomerRecord } from "#app/domain/portfolio/record.server.ts";
import type { ShopBuyer } from "#app/domain/portfolio/record-terms.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Ago } from "#app/kit/day.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Select } from "#app/kit/select.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { detailWords } from "#app/words/customer-details.ts";
import { formatDay } from "#app/words/days.ts";

/** Whether the shop is open to the customer, and who enters it. */
export function AccessSide({
  record,
  buyers,
  asOf,
  mayDecide,
  answer,
}: {
  record: CustomerRecord;
  buyers: ShopBuyer[];
  asOf: Date;
  mayDecide: boolean;
  answer: Answer;
}) {
  const d = useWords(detailWords);
  return (
    <div className="columns">
      <Card title={d.buyers} flush>
        <Buyers buyers={buyers} asOf={asOf} />
      </Card>
      <div className="stack">
        <Gate record={record} mayDecide={mayDecide} />
        {mayDecide ? <Invitation answer={answer} /> : null}
      </div>
    </div>
  );
}

function Gate({ record, mayDecide }: { record: CustomerRecord; mayDecide: boolean }) {
  const d = useWords(detailWords);
  const grantedOn = record.customer.accessGrantedOn;
  return (
    <Card>
      <div className="stack-sm">
        {grantedOn ? (
          <Notice tone="good">{d.accessGranted(formatDay(grantedOn))}</Notice>
        ) : (
          <Notice tone="warn">{d.accessClosed}</Notice>
        )}
        {mayDecide && !grantedOn ? (
          <form method="post">
            <Button look="primary" icon="key" name="act" value="grant">
              {d.grant}
            </Button>
          </form>
        ) : null}
        {mayDecide && grantedOn ? (
          <Disclose summary={d.withdraw}>
            <form method="post" className="stack-sm">
              <p className="muted">{d.withdrawSure}</p>
              <Button look="danger" name="act" value="withdraw">
                {d.withdraw}
              </Button>
            </form>
          </Disclose>
        ) : null}
      </div>
    </Card>
  );
}

function Buyers({ buyers, asOf }: { buyers: ShopBuyer[]; asOf: Date }) {
  const d = useWords(detailWords);
  const columns: Column<ShopBuyer>[] = [
    {
      key: "name",
      head: d.contact.name,
      phone: "title",
      cell: (row) => (
        <>
          {row.name}
          <span className="faint block">{row.email}</span>
        </>
      ),
    },
    { key: "role", head: d.buyerRole, cell: (row) => d.buyerRoles[row.buyerRole] },
    { key: "state", head: d.state, cell: (row) => <BuyerBadge buyer={row} /> },
    {
      key: "seen",
      head: d.lastSeen,
      cell: (row) => (row.lastSeenAt ? <Ago at={row.lastSeenAt} asOf={asOf} /> : d.neverSeen),
    },
  ];
  return (
    <Table
      caption={d.buyers}
      columns={columns}
      rows={buyers}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="user" title={d.noBuyers}>
          {d.noBuyersMore}
        </EmptyState>
      }
    />
  );
}

function BuyerBadge({ buyer }: { buyer: ShopBuyer }) {
  const d = useWords(detailWords);
  if (buyer.isDisabled) return <Badge>{d.disabled}</Badge>;
  return buyer.hasPassword ? <Badge tone="good">{d.active}</Badge> : <Badge tone="info">{d.invited}</Badge>;
}

function Invitation({ answer }: { answer: Answer }) {
  const d = useWords(detailWords);
  const roles = (["orders", "approves", "views"] as const).map((value) => ({ value, label: d.buyerRoles[value] }));
  return (
    <Card title={d.invite}>
      <form method="post" className="form">
        <FormErrors answer={answer} labels={{ name: d.contact.name, email: d.contact.email }} />
        <Field name="name" label={d.contact.name} answer={answer} required autoComplete="off" />
        <Field name="email" type="email" label={d.contact.email} answer={answer} required autoComplete="off" />
        <Select name="buyerRole" label={d.buyerRole} options={roles} answer={answer} value="orders" />
        <div className="form-foot">
          <Button look="primary" icon="send" name="act" value="invite">
            {d.invite}
          </Button>
        </div>
      </form>
    </Card>
  );
}
