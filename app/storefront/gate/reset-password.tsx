import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { homeOf } from "#app/access/doors.server.ts";
import { choosePassword, personOfLink } from "#app/access/links.server.ts";
import { passwordLeast } from "#app/access/password.ts";
import { enter } from "#app/access/signing-in.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { gateWords } from "#app/words/gate.ts";
import { ChoosePassword } from "./choose-password.tsx";
import { GateFrame } from "./gate-frame.tsx";

const chosen = z.object({ password: z.string().min(passwordLeast).max(200), email: z.string().optional() });

/** Open to whoever holds the link: says whose password it changes, or that the link is over. */
export async function loader({ params }: LoaderFunctionArgs) {
  const person = await personOfLink(params.token ?? "", "password_reset", new Date());
  return { email: person?.email ?? null };
}

/** Changes the password once, ends every session of the person and signs this browser in; a second factor stays, and is asked for. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await formOf(request, chosen);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const at = new Date();
    const user = await choosePassword(params.token ?? "", "password_reset", form.value.password, at);
    const { isHalf, headers } = await enter(request, user, context.clientAddress, at);
    return seeOther(isHalf ? paths.signInCode() : homeOf(user), headers);
  });
}

export default function ResetPassword() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(gateWords);
  if (!email) {
    return (
      <GateFrame title={w.linkOver} lead={w.resetOverLead}>
        <ButtonLink href={paths.forgotPassword()} look="primary">
          {w.askNewLink}
        </ButtonLink>
      </GateFrame>
    );
  }
  return (
    <GateFrame title={w.resetTitle} lead={w.resetLead(email)}>
      <ChoosePassword email={email} least={passwordLeast} answer={answer} />
    </GateFrame>
  );
}
