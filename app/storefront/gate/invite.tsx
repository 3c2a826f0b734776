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

/** Open to whoever holds the invitation: greets them, or says that it is over. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { person: await personOfLink(params.token ?? "", "invitation", new Date()) };
}

/** Takes the invitation up, once, with a password, and signs the person in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await formOf(request, chosen);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const at = new Date();
    const user = await choosePassword(params.token ?? "", "invitation", form.value.password, at);
    const { isHalf, headers } = await enter(request, user, context.clientAddress, at);
    return seeOther(isHalf ? paths.signInCode() : homeOf(user), headers);
  });
}

export default function Invite() {
  const { person } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(gateWords);
  if (!person) {
    return (
      <GateFrame title={w.linkOver} lead={w.inviteOverLead}>
        <ButtonLink href={paths.signIn()}>{w.backToSignIn}</ButtonLink>
      </GateFrame>
    );
  }
  return (
    <GateFrame title={w.inviteTitle(person.name)} lead={w.inviteLead(person.email)}>
      <ChoosePassword email={person.email} least={passwordLeast} answer={answer} />
    </GateFrame>
  );
}
