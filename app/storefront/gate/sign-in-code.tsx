import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { signInByCode } from "#app/access/code-sign-in.server.ts";
import { holderOf, landingOf } from "#app/access/doors.server.ts";
import { halfHolder } from "#app/access/half-sessions.server.ts";
import { ownPath, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { keepOwnLocale } from "#app/http/preference-cookie.ts";
import { searchOf } from "#app/http/search.ts";
import { text } from "#app/http/shapes.ts";
import { Button } from "#app/kit/button.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { secondFactorWords } from "#app/words/second-factor.ts";
import { GateFrame } from "./gate-frame.tsx";

const wanted = z.object({ redirectTo: z.string().max(2000).default(""), recovery: z.enum(["1"]).optional() });
const typed = z.object({ secretCode: text(60), redirectTo: z.string().max(2000).default("") });
const isOver = () => seeOther(`${paths.signIn()}?said=code-over`);

/** Open to who has just given the right password of an account with a second factor; everybody else begins anew. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { value } = searchOf(request, wanted);
  const redirectTo = ownPath(value.redirectTo, "");
  const held = await holderOf(request);
  if (held) throw redirect(landingOf(held.user, redirectTo));
  const half = await halfHolder(request, new Date());
  if (!half) throw isOver();
  return { email: half.user.email, redirectTo, isRecovery: value.recovery === "1" };
}

/** Signs in with a code of the device or a recovery code, once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request, typed);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const entrance = await signInByCode(request, form.value.secretCode, context.clientAddress, new Date());
    if (!entrance) return isOver();
    const { user, headers } = entrance;
    return keepOwnLocale(request, user, seeOther(landingOf(user, ownPath(form.value.redirectTo, "")), headers));
  });
}

export default function SignInCode() {
  const { email, redirectTo, isRecovery } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(secondFactorWords);
  const label = isRecovery ? w.recoveryCode : w.code;
  const here = paths.signInCode(redirectTo);
  return (
    <GateFrame title={w.signInTitle} lead={isRecovery ? w.recoveryLead(email) : w.signInLead(email)}>
      <form method="post" className="form">
        <FormErrors answer={answer} labels={{ secretCode: label }} />
        {redirectTo ? <input type="hidden" name="redirectTo" value={redirectTo} /> : null}
        <Field
          key={label}
          name="secretCode"
          label={label}
          answer={answer}
          inputMode={isRecovery ? "text" : "numeric"}
          autoComplete={isRecovery ? "off" : "one-time-code"}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          required
          autoFocus
        />
        <Button look="primary" size="lg" className="btn-wide">
          {w.signIn}
        </Button>
      </form>
      <p>
        <a className="link" href={isRecovery ? here : `${here}${here.includes("?") ? "&" : "?"}recovery=1`}>
          {isRecovery ? w.haveDevice : w.lostDevice}
        </a>
      </p>
      {isRecovery ? <p className="text-muted">{w.lostAll}</p> : null}
      <p className="border-t border-line pt-4">
        <a className="link" href={paths.signIn()}>
          {w.otherAccount}
        </a>
      </p>
    </GateFrame>
  );
}
