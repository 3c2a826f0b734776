import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAnyone, requireBuyer } from "#app/access/doors.server.ts";
import { devicesOf, ownDetails } from "#app/access/own-account.server.ts";
import { actOnOwnAccount } from "#app/access/own-acts.server.ts";
import { ownDone } from "#app/access/own-acts.ts";
import { passwordLeast } from "#app/access/password.ts";
import { placeAsked } from "#app/access/place-asked.server.ts";
import { secondFactorOf } from "#app/access/second-factor.server.ts";
import { addressesOf, bringAddressBack, removeAddress, saveAddress } from "#app/domain/customers/addresses.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { spendingOf } from "#app/domain/spending/spending.server.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { Button } from "#app/kit/button.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { OwnDevices } from "#app/kit/own-devices.tsx";
import { OwnPassword } from "#app/kit/own-password.tsx";
import { OwnProfile } from "#app/kit/own-profile.tsx";
import { OwnSecondFactor } from "#app/kit/own-second-factor.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { accountWords } from "#app/words/account.ts";
import { wanted } from "./account-form.ts";
import { AddressesCard } from "./addresses-card.tsx";
import { BuyingCard } from "./buying-card.tsx";
import { CompanyCard } from "./company-card.tsx";

const doneKinds = [...ownDone, "addressSaved", "addressRemoved"] as const;
type Done = (typeof doneKinds)[number];
const asked = z.object({ done: z.enum(doneKinds).optional(), address: z.coerce.number().int().min(1).optional() });

/** One's own details and devices, and the places of the customer. A member of staff acting sees the customer's part only. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user, customer, actingUser, buyer } = await requireBuyer(request);
  const { session } = await requireAnyone(request);
  const at = new Date();
  const { done, address } = searchOf(request, asked).value;
  const [own, spending, addresses, devices, factor] = await Promise.all([
    ownDetails(user.id, customer.id),
    spendingOf(buyer, at),
    addressesOf(customer.id),
    actingUser ? [] : devicesOf(user.id, session.id, at),
    secondFactorOf(user.id),
  ]);
  return {
    asOf: at,
    done: done ?? null,
    removedAddress: done === "addressRemoved" ? (address ?? null) : null,
    spending,
    isActing: actingUser !== null,
    person: { name: user.name, email: user.email, locale: user.locale, buyerRole: user.buyerRole, phone: own.phone },
    company: {
      code: customer.code,
      tradeName: customer.tradeName,
      legalName: customer.legalName,
      cnpj: own.cnpj,
      rep: own.rep,
      repPhone: own.repPhone,
    },
    addresses,
    devices,
    factor: { isOn: factor.confirmedAt !== null, codesLeft: factor.codesLeft },
  };
}

/** Changes one's own details, password or devices, or the places of the customer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { user, customer, actingUser, mayOrder } = await requireBuyer(request);
  const held = await requireAnyone(request);
  const at = new Date();
  const place = await placeAsked(request, context.clientAddress, at);
  if (place) return place;
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const wish = form.value;
  const scope = { userId: user.id, repId: null };
  const done = (kind: Done, headers?: HeadersInit) => seeOther(`${paths.account()}?done=${kind}`, headers);
  return unlessRefused(form.typed, async () => {
    if (wish.act === "save-address" || wish.act === "remove-address" || wish.act === "address-back") {
      if (!mayOrder) throw new Refusal("views_only");
      if (wish.act === "remove-address") {
        await removeAddress(scope, customer.id, wish.id, at);
        return seeOther(`${paths.account()}?done=addressRemoved&address=${wish.id}`);
      }
      if (wish.act === "address-back") {
        await foundOr404(bringAddressBack(scope, customer.id, wish.id, at));
        return done("addressSaved");
      }
      const { act: _act, id, ...address } = wish;
      await saveAddress(scope, customer.id, id, address, at);
      return done("addressSaved");
    }
    if (actingUser) throw new Refusal("not_allowed");
    const own = await actOnOwnAccount(request, held, wish, context.clientAddress, at);
    return done(own.done, own.headers);
  });
}

export default function Account() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(accountWords);
  const { buyerRole, ...person } = data.person;
  return (
    <div className="page">
      <PageHeader
        title={w.account}
        actions={
          data.isActing ? null : (
            <form method="post" action={paths.signOut()}>
              <Button icon="out">{w.signOut}</Button>
            </form>
          )
        }
      />
      {data.done && !answer ? (
        <Notice tone="good">
          {w[data.done]}
          {data.removedAddress ? (
            <form method="post" className="mt-2">
              <input type="hidden" name="id" value={data.removedAddress} />
              <Button size="sm" icon="undo" name="act" value="address-back">
                {w.bringAddressBack}
              </Button>
            </form>
          ) : null}
        </Notice>
      ) : null}
      {data.isActing ? <Notice>{w.acting(data.company.tradeName)}</Notice> : null}
      <div className="columns">
        <div className="stack">
          {data.isActing ? null : (
            <OwnProfile person={{ ...person, role: buyerRole ? w.roles[buyerRole] : null }} answer={answer} />
          )}
          <AddressesCard addresses={data.addresses} answer={answer} />
          {data.isActing ? null : <OwnPassword email={person.email} least={passwordLeast} answer={answer} />}
        </div>
        <div className="stack">
          <CompanyCard company={data.company} />
          <BuyingCard spending={data.spending} />
          {data.isActing ? null : (
            <>
              <OwnSecondFactor {...data.factor} />
              <OwnDevices devices={data.devices} asOf={data.asOf} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
