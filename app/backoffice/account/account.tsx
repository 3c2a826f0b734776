import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAnyone, requireStaff } from "#app/access/doors.server.ts";
import { devicesOf, ownPhone } from "#app/access/own-account.server.ts";
import { actOnOwnAccount } from "#app/access/own-acts.server.ts";
import { ownActs, ownDone } from "#app/access/own-acts.ts";
import { passwordLeast } from "#app/access/password.ts";
import { secondFactorOf } from "#app/access/second-factor.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
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
import { teamWords } from "#app/words/team.ts";

const asked = z.object({ done: z.enum(ownDone).optional() });
const wanted = z.discriminatedUnion("act", ownActs);

/** One's own sign-in: details, password, second factor, devices. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireStaff(request, "portfolio");
  const { session } = await requireAnyone(request);
  const at = new Date();
  const [phone, devices, factor] = await Promise.all([
    ownPhone(user.id),
    devicesOf(user.id, session.id, at),
    secondFactorOf(user.id),
  ]);
  const { name, email, locale, role } = user;
  return {
    asOf: at,
    done: searchOf(request, asked).value.done ?? null,
    person: { name, email, locale, role, phone },
    devices,
    factor: { isOn: factor.confirmedAt !== null, codesLeft: factor.codesLeft },
  };
}

/** Changes one's own details, password or devices. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireStaff(request, "portfolio");
  const held = await requireAnyone(request);
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const own = await actOnOwnAccount(request, held, form.value, context.clientAddress, new Date());
    return seeOther(paths.office.account({ done: own.done }), own.headers);
  });
}

export default function OfficeAccount() {
  const { person, devices, factor, done, asOf } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(accountWords);
  const team = useWords(teamWords);
  return (
    <div className="page">
      <PageHeader
        title={w.account}
        actions={
          <form method="post" action={paths.signOut()}>
            <Button icon="out">{w.signOut}</Button>
          </form>
        }
      />
      {done && !answer ? <Notice tone="good">{w[done]}</Notice> : null}
      <div className="columns">
        <div className="stack">
          <OwnProfile person={{ ...person, role: team.roles[person.role] }} answer={answer} />
          <OwnPassword email={person.email} least={passwordLeast} answer={answer} />
        </div>
        <div className="stack">
          <OwnSecondFactor {...factor} />
          <OwnDevices devices={devices} asOf={asOf} />
        </div>
      </div>
    </div>
  );
}
