import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { holderOf, landingOf } from "#app/access/doors.server.ts";
import { signIn } from "#app/access/signing-in.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { aboutTextsIn } from "#app/domain/customers/settings.ts";
import { ownPath, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { keepOwnLocale } from "#app/http/preference-cookie.ts";
import { searchOf } from "#app/http/search.ts";
import { email } from "#app/http/shapes.ts";
import { Button } from "#app/kit/button.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { aboutWords } from "#app/words/about.ts";
import { gateWords } from "#app/words/gate.ts";
import { GateFrame } from "./gate-frame.tsx";
import { Welcome } from "./welcome.tsx";

const wanted = z.object({
  redirectTo: z.string().max(2000).default(""),
  said: z.enum(["signed-out", "code-over", "email-changed", ""]).default(""),
});
const credentials = z.object({
  email,
  password: z.string().min(1).max(500),
  redirectTo: z.string().max(2000).default(""),
});

/** Open to strangers; who is signed in already is sent to their own side. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { value } = searchOf(request, wanted);
  const held = await holderOf(request);
  if (held && value.said !== "email-changed") throw redirect(landingOf(held.user, ownPath(value.redirectTo, "")));
  const settings = await settingsAsOf(new Date());
  const { welcomeText: welcome } = settings;
  return { redirectTo: ownPath(value.redirectTo, ""), said: value.said, welcome, texts: aboutTextsIn(settings) };
}

/** Signs in and goes where the person wanted to go, if that is on our side; where a second factor is on, by way of its code. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request, credentials);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const { user, isHalf, headers } = await signIn(request, form.value, context.clientAddress, new Date());
    const wanted = ownPath(form.value.redirectTo, "");
    if (isHalf) return seeOther(paths.signInCode(wanted), headers);
    return keepOwnLocale(request, user, seeOther(landingOf(user, wanted), headers));
  });
}

export default function SignIn() {
  const { redirectTo, said, welcome, texts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(gateWords);
  const about = useWords(aboutWords);
  return (
    <GateFrame title={w.signIn} lead={welcome || w.signInLead} aside={<Welcome />}>
      {said === "signed-out" && !answer ? <Notice tone="good">{w.signedOut}</Notice> : null}
      {said === "email-changed" && !answer ? <Notice tone="good">{w.emailChanged}</Notice> : null}
      {said === "code-over" && !answer ? <Notice>{w.codeOver}</Notice> : null}
      <form method="post" action={paths.signIn()} className="form">
        <FormErrors answer={answer} labels={{ email: w.email, password: w.password }} />
        {redirectTo ? <input type="hidden" name="redirectTo" value={redirectTo} /> : null}
        <Field name="email" type="email" label={w.email} answer={answer} autoComplete="username" required autoFocus />
        <Field
          name="password"
          type="password"
          label={w.password}
          answer={answer}
          autoComplete="current-password"
          required
        />
        <Button look="primary" size="lg" className="btn-wide">
          {w.signIn}
        </Button>
      </form>
      <p>
        <a className="link" href={paths.forgotPassword()}>
          {w.forgot}
        </a>
      </p>
      <p className="border-t border-line pt-4 text-muted">
        {w.noAccess}{" "}
        <a className="link" href={paths.requestAccess()}>
          {w.askAccess}
        </a>
      </p>
      {texts.length > 0 ? (
        <ul className="row text-sm">
          {texts.map((one) => (
            <li key={one}>
              <a className="link" href={paths.about(one)}>
                {about[one]}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </GateFrame>
  );
}
