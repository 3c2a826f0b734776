import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { sendPasswordLink } from "#app/access/letters.server.ts";
import { countTry } from "#app/access/throttle.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { email } from "#app/http/shapes.ts";
import { Button } from "#app/kit/button.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { gateWords } from "#app/words/gate.ts";
import { GateFrame } from "./gate-frame.tsx";

const perAddress = { name: "forgot", tries: 20, minutes: 60 };

/** Open to everybody. */
export function loader({ request }: LoaderFunctionArgs) {
  return searchOf(request, z.object({ sent: z.enum(["1"]).optional() })).value;
}

/** Has a link sent where there is an account, and says the same, as quickly, where there is none. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request, z.object({ email }));
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const at = new Date();
    await countTry(perAddress, context.clientAddress, at);
    sendPasswordLink(form.value.email, at).catch(context.report);
    return seeOther(`${paths.forgotPassword()}?sent=1`);
  });
}

export default function ForgotPassword() {
  const { sent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(gateWords);
  return (
    <GateFrame title={w.forgotTitle} lead={sent ? undefined : w.forgotLead}>
      {sent ? (
        <Notice tone="good" title={w.linkSent}>
          {w.linkSentLead}
        </Notice>
      ) : (
        <form method="post" className="form">
          <FormErrors answer={answer} labels={{ email: w.email }} />
          <Field name="email" type="email" label={w.email} answer={answer} autoComplete="username" required autoFocus />
          <Button look="primary" size="lg" className="btn-wide">
            {w.sendLink}
          </Button>
        </form>
      )}
      <p>
        <a className="link" href={paths.signIn()}>
          {w.backToSignIn}
        </a>
      </p>
    </GateFrame>
  );
}
