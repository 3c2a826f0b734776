import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Money } from "#app/kit/money.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { AddressShown } from "#app/storefront/orders/address-shown.tsx";
import { approvalWords } from "#app/words/approvals.ts";
import { cartWords, freightSaid } from "#app/words/cart.ts";
import { formatCents } from "#app/words/numbers.ts";
import type { ShownApproval } from "./approval.tsx";
import { OverLimits } from "./over-limits.tsx";

/** Who asked, why it is above a limit, what it comes to and where it would go; and, for who asked, the way back. */
export function ApprovalFacts({
  approval,
  waiting,
  mayDecide,
}: Pick<ShownApproval, "approval" | "waiting" | "mayDecide">) {
  const w = useWords(approvalWords);
  const inCart = useWords(cartWords);
  const locale = useLocale();
  return (
    <aside className="stack max-lg:order-first lg:sticky lg:top-20">
      <Card>
        <dl className="stack-sm">
          <Fact name={w.requester}>{approval.requesterName}</Fact>
          <Fact name={w.reason}>
            <OverLimits over={approval.overLimits} isOwn={approval.isOwn} />
          </Fact>
          {approval.why ? <Fact name={w.yourWhy}>{approval.why}</Fact> : null}
        </dl>
        <dl className="facts mt-3 border-t border-line pt-3">
          {waiting ? (
            <>
              <dt>{w.goods}</dt>
              <dd>
                <Money cents={waiting.goodsCents} />
              </dd>
              <dt>{w.freight}</dt>
              <dd className="tnum">{freightSaid(waiting, inCart, (cents) => formatCents(cents, locale))}</dd>
              <dt className="text-md font-semibold text-ink">{w.total}</dt>
              <dd className="text-md font-semibold">
                <Money cents={waiting.totalCents} />
              </dd>
            </>
          ) : null}
          {waiting && waiting.totalCents === approval.totalCents ? null : (
            <>
              <dt>{w.askedTotal}</dt>
              <dd>
                <Money cents={approval.totalCents} />
              </dd>
            </>
          )}
          {waiting && waiting.creditLeftCents !== null ? (
            <>
              <dt>{w.creditLeft}</dt>
              <dd>
                <Money cents={waiting.creditLeftCents} />
              </dd>
            </>
          ) : null}
        </dl>
        <dl className="stack-sm mt-3 border-t border-line pt-3">
          {waiting?.terms ? <Fact name={w.payment}>{waiting.terms}</Fact> : null}
          {waiting?.address ? (
            <Fact name={w.delivery}>
              {waiting.address.label}
              <AddressShown address={waiting.address} />
            </Fact>
          ) : null}
          {approval.poNumber ? <Fact name={w.poNumber}>{approval.poNumber}</Fact> : null}
          {approval.notes ? <Fact name={w.notes}>{approval.notes}</Fact> : null}
        </dl>
      </Card>
      {approval.isOwn && waiting && !mayDecide ? (
        <form method="post" className="stack-sm">
          <Button name="act" value="withdraw" icon="undo" className="btn-wide">
            {w.withdraw}
          </Button>
          <p className="faint text-sm">{w.withdrawLead}</p>
        </form>
      ) : null}
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="muted text-sm">{name}</dt>
      <dd className="break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}
