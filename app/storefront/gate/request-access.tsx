import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { placeAsked } from "#app/access/place-asked.server.ts";
import { countTry } from "#app/access/throttle.server.ts";
import { askForAccess } from "#app/domain/customers/access-requests.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf, problem } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { address, cnpj, email, optionalText, text, ticked } from "#app/http/shapes.ts";
import { AddressFields, useAddressLabels } from "#app/kit/address-fields.tsx";
import { refusalIn } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { gateWords } from "#app/words/gate.ts";
import { GateFrame } from "./gate-frame.tsx";

const perAddress = { name: "request", tries: 10, minutes: 60 };
const wanted = z.object({
  cnpj,
  legalName: text(),
  contactName: text(120),
  email,
  phone: optionalText(40),
  ...address,
  message: optionalText(1000),
  consent: ticked.refine((said) => said, problem("required")),
});

/** Open to everybody. */
export function loader({ request }: LoaderFunctionArgs) {
  return searchOf(request, z.object({ sent: z.enum(["1"]).optional() })).value;
}

/** Keeps the wish for staff to decide. It never tells whether the CNPJ is known here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const at = new Date();
  const place = await placeAsked(request, context.clientAddress, at);
  if (place) return place;
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    await countTry(perAddress, context.clientAddress, at);
    const { consent: _given, ...wish } = form.value;
    await askForAccess(wish, at);
    return seeOther(`${paths.requestAccess()}?sent=1`);
  });
}

export default function RequestAccess() {
  const { sent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(gateWords);
  const addressLabels = useAddressLabels();
  if (sent) {
    return (
      <GateFrame title={w.requestTitle}>
        <Notice tone="good" title={w.requestSent}>
          {w.requestSentLead}
        </Notice>
        <BackToSignIn />
      </GateFrame>
    );
  }
  const labels = {
    cnpj: w.cnpj,
    legalName: w.legalName,
    contactName: w.contactName,
    email: w.email,
    phone: w.phone,
    ...addressLabels,
    message: w.message,
    consent: w.consentShort,
  };
  return (
    <GateFrame title={w.requestTitle} lead={w.requestLead}>
      <form method="post" className="form">
        <FormErrors answer={answer} labels={labels} />
        <Field
          name="cnpj"
          label={w.cnpj}
          help={w.cnpjHelp}
          answer={answer}
          required
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
        />
        <Field name="legalName" label={w.legalName} answer={answer} required autoComplete="organization" />
        <Field name="contactName" label={w.contactName} answer={answer} required autoComplete="name" />
        <Field name="email" type="email" label={w.email} answer={answer} required autoComplete="email" />
        <Field name="phone" type="tel" label={w.phone} answer={answer} optional autoComplete="tel" />
        <AddressFields answer={answer} />
        <TextField name="message" label={w.message} help={w.messageHelp} answer={answer} optional />
        <Checkbox
          id="consent"
          name="consent"
          value="true"
          label={w.consent}
          help={w.consentHelp}
          defaultChecked={refusalIn(answer)?.typed.consent !== undefined}
          required
        />
        <Button look="primary" size="lg" className="btn-wide">
          {w.sendRequest}
        </Button>
      </form>
      <BackToSignIn />
    </GateFrame>
  );
}

function BackToSignIn() {
  const w = useWords(gateWords);
  return (
    <p>
      <a className="link" href={paths.signIn()}>
        {w.backToSignIn}
      </a>
    </p>
  );
}
