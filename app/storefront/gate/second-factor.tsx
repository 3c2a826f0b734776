import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { homeOf, isStaff, lacksSecondFactor, requireAnyone } from "#app/access/doors.server.ts";
import { codeAddress, pictureOf } from "#app/access/one-time-codes.server.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
} from "#app/access/second-factor.server.ts";
import { openSession } from "#app/access/signing-in.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { text } from "#app/http/shapes.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { secondFactorWords } from "#app/words/second-factor.ts";
import { GateFrame } from "./gate-frame.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { ChangeSecondFactor } from "./second-factor-change.tsx";
import { BeginSecondFactor, ConfirmSecondFactor } from "./second-factor-setup.tsx";

const asked = z.object({ done: z.enum(["off"]).optional() });
const proof = { password: z.string().min(1).max(500), secretCode: text(60) };
const wanted = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("begin") }),
  z.strictObject({ act: z.literal("confirm"), secretCode: text(60) }),
  z.strictObject({ act: z.literal("renew"), email: z.string().optional(), ...proof }),
  z.strictObject({ act: z.literal("turn-off"), email: z.string().optional(), ...proof }),
]);

/** One's own second factor, for buyers and staff alike: begun, to be confirmed, or on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const held = await requireAnyone(request);
  const at = new Date();
  const { user } = held;
  const [factor, settings, isLacking] = await Promise.all([
    secondFactorOf(user.id),
    settingsAsOf(at),
    lacksSecondFactor(held, at),
  ]);
  const { pending, confirmedAt, codesLeft } = factor;
  const address = pending ? codeAddress(pending, settings.companyName, user.email) : null;
  return {
    email: user.email,
    done: searchOf(request, asked).value.done ?? null,
    isLacking,
    isRequired: isStaff(user) && settings.isSecondFactorRequired,
    confirmedAt,
    codesLeft,
    pending: pending && address ? { secret: pending, address, picture: pictureOf(address) } : null,
    home: homeOf(user),
    back: isStaff(user) ? paths.office.account() : paths.account(),
  };
}

/** Begins, confirms, renews the recovery codes or turns off; new recovery codes are shown by the very answer, and never again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { user, session } = await requireAnyone(request);
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  const wish = form.value;
  return unlessRefused<Response | ReturnType<typeof given> | ReturnType<typeof unreadable>>(form.typed, async () => {
    if (wish.act === "begin") {
      await beginSecondFactor(user.id, at);
      return seeOther(paths.secondFactor());
    }
    if (wish.act === "confirm") {
      const codes = await confirmSecondFactor(user, wish.secretCode, at);
      return given(codes, await openSession(request, user, context.clientAddress, at, session.actingCustomerId));
    }
    const proof = { password: wish.password, code: wish.secretCode };
    if (wish.act === "renew") return given(await renewRecoveryCodes(user, proof, at));
    if (isStaff(user) && (await settingsAsOf(at)).isSecondFactorRequired) throw new Refusal("second_factor_required");
    await endSecondFactor(user, proof, at);
    return seeOther(`${paths.secondFactor()}?done=off`);
  });
}

const given = (codes: string[], headers?: HeadersInit) => data({ codes }, { headers });

export default function SecondFactor() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(secondFactorWords);
  if (answer && "codes" in answer) {
    return (
      <GateFrame title={w.codesTitle} lead={w.codesLead}>
        <RecoveryCodes codes={answer.codes} goOn={page.home} />
      </GateFrame>
    );
  }
  return (
    <GateFrame title={w.title} lead={page.confirmedAt ? undefined : w.lead}>
      {page.isLacking ? <Notice tone="warn">{w.required}</Notice> : null}
      {page.done && !answer ? <Notice tone="good">{w.turnedOff}</Notice> : null}
      {page.confirmedAt ? (
        <ChangeSecondFactor {...page} confirmedAt={page.confirmedAt} answer={answer} />
      ) : page.pending ? (
        <ConfirmSecondFactor pending={page.pending} answer={answer} />
      ) : (
        <BeginSecondFactor />
      )}
      {page.isLacking ? null : (
        <p>
          <a className="link" href={page.back}>
            {page.confirmedAt ? w.back : w.later}
          </a>
        </p>
      )}
    </GateFrame>
  );
}
