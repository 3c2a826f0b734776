import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { deviceShown } from "#app/access/device.ts";
import { requireAnyone, requireBuyer } from "#app/access/doors.server.ts";
import {
  changeOwnPassword,
  devicesOf,
  endDevice,
  endOtherDevices,
  ownDetails,
  reviseOwnDetails,
} from "#app/access/own-account.server.ts";
import { placeAsked } from "#app/access/place-asked.server.ts";
import { openSession } from "#app/access/signing-in.server.ts";
import { addressesOf, bringAddressBack, removeAddress, saveAddress } from "#app/domain/customers/addresses.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { spendingOf } from "#app/domain/spending/spending.server.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { keepPreference } from "#app/http/preference-cookie.ts";
import { searchOf } from "#app/http/search.ts";
import { Button } from "#app/kit/button.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { accountWords } from "#app/words/account.ts";
import { wanted } from "./account-form.ts";
import { AddressesCard } from "./addresses-card.tsx";
import { BuyingCard } from "./buying-card.tsx";
import { CompanyCard } from "./company-card.tsx";
import { DevicesCard } from "./devices-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import { ProfileCard } from "./profile-card.tsx";

const doneKinds = ["saved", "passwordChanged", "disconnected", "addressSaved", "addressRemoved"] as const;
type Done = (typeof doneKinds)[number];
const asked = z.object({ done: z.enum(doneKinds).optional(), address: z.coerce.number().int().min(1).optional() });

/** One's own details and devices, and the places of the customer. A member of staff acting sees the customer's part only. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user, customer, actingUser, buyer } = await requireBuyer(request);
  const { session } = await requireAnyone(request);
  const at = new Date();
  const { done, address } = searchOf(request, asked).value;
  const [own, spending, addresses, devices] = await Promise.all([
    ownDetails(user.id, customer.id),
    spendingOf(buyer, at),
    addressesOf(customer.id),
    actingUser ? [] : devicesOf(user.id, session.id, at),
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
    devices: devices.map(({ userAgent, ...device }) => ({ ...device, shown: deviceShown(userAgent) })),
  };
}

/** Changes one's own details, password or devices, or the places of the customer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { user, customer, actingUser, mayOrder } = await requireBuyer(request);
  const { session } = await requireAnyone(request);
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
    if (wish.act === "profile") {
      await reviseOwnDetails(user.id, { name: wish.name, phone: wish.phone, locale: wish.locale }, at);
      return done("saved", wish.locale ? { "Set-Cookie": keepPreference("locale", wish.locale) } : undefined);
    }
    if (wish.act === "password") {
      await changeOwnPassword(user, { current: wish.currentPassword, wanted: wish.newPassword }, at);
      return done("passwordChanged", await openSession(request, user, context.clientAddress, at));
    }
    if (wish.act === "end-device") await endDevice(user.id, wish.key, at);
    else await endOtherDevices(user.id, session.id, at);
    return done("disconnected");
  });
}

export default function Account() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(accountWords);
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
          {data.isActing ? null : <ProfileCard person={data.person} answer={answer} />}
          <AddressesCard addresses={data.addresses} answer={answer} />
          {data.isActing ? null : <PasswordCard email={data.person.email} answer={answer} />}
        </div>
        <div className="stack">
          <CompanyCard company={data.company} />
          <BuyingCard spending={data.spending} />
          {data.isActing ? null : <DevicesCard devices={data.devices} asOf={data.asOf} />}
        </div>
      </div>
    </div>
  );
}
