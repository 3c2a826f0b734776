import type { CustomerRecord } from "#app/domain/portfolio/record.server.ts";
import type { ShopBuyer } from "#app/domain/portfolio/record-terms.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { InviteBuyer } from "#app/kit/buyer-forms.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { detailWords } from "#app/words/customer-details.ts";
import { formatDay } from "#app/words/days.ts";
import { peopleWords } from "#app/words/people.ts";
import { RecordBuyers } from "./record-buyers.tsx";

/** Whether the shop is open to the customer, and who enters it. */
export function AccessSide({
  record,
  buyers,
  asOf,
  mayDecide,
  isInvited,
  answer,
}: {
  record: CustomerRecord;
  buyers: ShopBuyer[];
  asOf: Date;
  mayDecide: boolean;
  /** Somebody was invited just now. */
  isInvited: boolean;
  answer: Answer;
}) {
  const d = useWords(detailWords);
  const people = useWords(peopleWords);
  return (
    <div className="columns">
      <Card title={d.buyers}>
        <RecordBuyers buyers={buyers} asOf={asOf} mayDecide={mayDecide} answer={answer} />
      </Card>
      <div className="stack">
        {isInvited ? <Notice tone="good">{people.done.invited}</Notice> : null}
        <Gate record={record} mayDecide={mayDecide} />
        {mayDecide ? <InviteBuyer title={d.invite} answer={answer} /> : null}
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
