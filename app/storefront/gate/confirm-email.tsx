import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeEmail, emailOfLink } from "#app/access/email-change.server.ts";
import { seeOther, unlessRefused } from "#app/http/answer.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { gateWords } from "#app/words/gate.ts";
import { GateFrame } from "./gate-frame.tsx";

/** Open to whoever holds the link: names the e-mail it leads to, or says that it is over. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { email: await emailOfLink(params.token ?? "", new Date()) };
}

/** Has the person sign in with the new e-mail from now on; looking at the link changes nothing. */
export async function action({ params }: ActionFunctionArgs) {
  return unlessRefused({}, async () => {
    await changeEmail(params.token ?? "", new Date());
    return seeOther(`${paths.signIn()}?said=email-changed`);
  });
}

export default function ConfirmEmail() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(gateWords);
  if (!email) {
    return (
      <GateFrame title={w.linkOver} lead={w.emailOverLead}>
        <ButtonLink href={paths.account()}>{w.goToAccount}</ButtonLink>
      </GateFrame>
    );
  }
  return (
    <GateFrame title={w.emailTitle} lead={w.emailLead(email)}>
      <form method="post" className="form">
        <FormErrors answer={answer} />
        <Button look="primary" size="lg" className="btn-wide">
          {w.confirmEmail}
        </Button>
      </form>
    </GateFrame>
  );
}
