import type { ShopBuyer } from "#app/domain/portfolio/record-terms.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { ChangeBuyer } from "#app/kit/buyer-forms.tsx";
import { BuyerStateBadge, LimitsShown } from "#app/kit/buyer-terms.tsx";
import { Ago } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { useWords } from "#app/kit/words.tsx";
import { detailWords } from "#app/words/customer-details.ts";
import { peopleWords } from "#app/words/people.ts";

const acts = { save: "saveBuyer", disable: "disableBuyer", enable: "enableBuyer" };

/** Who enters the shop for the customer, what each may do and up to which amounts; with the permission, the way to change it. */
export function RecordBuyers({
  buyers,
  asOf,
  mayDecide,
  answer,
}: {
  buyers: ShopBuyer[];
  asOf: Date;
  mayDecide: boolean;
  answer: Answer;
}) {
  const d = useWords(detailWords);
  const w = useWords(peopleWords);
  if (buyers.length === 0) {
    return (
      <EmptyState icon="user" title={d.noBuyers}>
        {d.noBuyersMore}
      </EmptyState>
    );
  }
  return (
    <ul className="stack" aria-label={d.buyers}>
      {buyers.map((buyer) => (
        <li key={buyer.id} className="border-b border-line pb-3 last:border-0">
          <p className="row font-medium">
            {buyer.name}
            <BuyerStateBadge buyer={buyer} />
          </p>
          <p className="text-muted">
            {buyer.email} · {buyer.lastSeenAt ? <Ago at={buyer.lastSeenAt} asOf={asOf} /> : d.neverSeen}
            <br />
            {w.roles[buyer.buyerRole]} · <LimitsShown buyer={buyer} />
          </p>
          {mayDecide ? <ChangeBuyer person={buyer} acts={acts} answer={answer} /> : null}
        </li>
      ))}
    </ul>
  );
}
