import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { placeAsked } from "#app/access/place-asked.server.ts";
import { approvalsToRemind } from "#app/backoffice/approvals/approvals-waiting.server.ts";
import { ApprovalsWaiting } from "#app/backoffice/approvals/approvals-waiting.tsx";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { recordSides } from "#app/domain/portfolio/happening.ts";
import { customerRecord } from "#app/domain/portfolio/record.server.ts";
import { recordSide } from "#app/domain/portfolio/record-sides.server.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { ownAddress } from "#app/http/own-address.server.ts";
import { searchOf } from "#app/http/search.ts";
import { Card } from "#app/kit/card.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { recordWords } from "#app/words/customer-record.ts";
import { mendWords } from "#app/words/mends.ts";
import { customerIdIn } from "./customer-id.ts";
import { AccessSide } from "./record-access.tsx";
import { actOnRecord } from "./record-act.server.ts";
import { recordActs } from "./record-acts.ts";
import { AwaitedList } from "./record-awaited.tsx";
import { CreditSide } from "./record-credit.tsx";
import { DetailsSide } from "./record-details.tsx";
import { RecordHead } from "./record-head.tsx";
import { HistorySide } from "./record-history.tsx";
import { CartList, OrderList } from "./record-lists.tsx";
import { RecordNumbers } from "./record-numbers.tsx";
import { Overview } from "./record-overview.tsx";
import { ProductsSide } from "./record-products.tsx";
import { QuotesCard } from "./record-quotes.tsx";
import { ReplenishmentSide } from "./record-replenishment.tsx";
import { scriptText } from "./script-text.ts";

const asked = z.object({ tab: z.enum(recordSides).default("overview"), done: z.literal("invited").optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const asOf = new Date();
  const record = await foundOr404(customerRecord(scope, customerIdIn(params), asOf));
  const { tab, done } = searchOf(request, asked).value;
  const side = await recordSide(tab, record.customer.id, asOf);
  const { companyName } = await settingsAsOf(asOf);
  const approvals = side.name === "overview" ? await approvalsToRemind(scope, record.customer.id, asOf) : [];
  return {
    record,
    side,
    isInvited: done === "invited",
    approvals,
    text: side.name === "replenishment" ? scriptText(side.script, companyName, ownAddress(paths.replenish())) : "",
    asOf,
    today: dayOf(asOf),
    mayDecide: isPermitted(user.role, "customers"),
    mayOverride: isPermitted(user.role, "credit"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "portfolio");
  const id = customerIdIn(params);
  const at = new Date();
  const place = await placeAsked(request, context.clientAddress, at);
  if (place) return place;
  const form = await formOf(request, recordActs);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    await foundOr404(actOnRecord(staff, id, form.value, at));
    const { tab } = searchOf(request, asked).value;
    return seeOther(paths.office.customer(id, { tab, done: form.value.act === "invite" ? "invited" : null }));
  });
}

export default function CustomerScreen() {
  const { record, today, side, approvals, asOf } = useLoaderData<typeof loader>();
  const w = useWords(recordWords);
  const { id } = record.customer;
  const tabs = recordSides.map((key) => ({
    key,
    label: w.tabs[key],
    href: paths.office.customer(id, { tab: key === "overview" ? null : key }),
  }));
  return (
    <div className="page">
      <RecordHead record={record} />
      {side.name === "overview" ? <RecordNumbers record={record} today={today} /> : null}
      <ApprovalsWaiting rows={approvals} asOf={asOf} hasCustomer={false} />
      <Tabs label={w.record} tabs={tabs} current={side.name} />
      <Side />
    </div>
  );
}

function Side() {
  const { record, side, text, asOf, today, mayDecide, mayOverride, isInvited } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(recordWords);
  const mends = useWords(mendWords);
  const { id, segment } = record.customer;
  if (side.name === "overview") return <Overview record={record} side={side} asOf={asOf} answer={answer} />;
  if (side.name === "products") return <ProductsSide side={side} segment={segment} />;
  if (side.name === "replenishment") {
    return <ReplenishmentSide customerId={id} script={side.script} text={text} today={today} answer={answer} />;
  }
  if (side.name === "history") return <HistorySide happenings={side.happenings} asOf={asOf} answer={answer} />;
  if (side.name === "credit") {
    return <CreditSide id={id} side={side} today={today} mayOverride={mayOverride} answer={answer} />;
  }
  if (side.name === "details") return <DetailsSide record={record} side={side} answer={answer} />;
  if (side.name === "access") {
    const access = { record, buyers: side.buyers, asOf, mayDecide, answer };
    return <AccessSide {...access} isInvited={isInvited && !answer} />;
  }
  return (
    <div className="columns">
      <Card
        title={w.lastOrders}
        flush
        actions={
          <a className="link" href={paths.office.orders({ customer: id })}>
            {w.allOrders}
          </a>
        }
      >
        <OrderList orders={side.last} />
      </Card>
      <div className="stack">
        <QuotesCard customerId={id} quotes={side.quotes} asOf={asOf} />
        <Card title={w.cartsWaiting}>
          <CartList carts={side.carts} asOf={asOf} />
        </Card>
        <Card title={mends.waiting}>
          <AwaitedList awaited={side.awaited} />
        </Card>
      </div>
    </div>
  );
}
