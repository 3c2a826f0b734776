import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { placeAsked } from "#app/access/place-asked.server.ts";
import { registerWithAddress } from "#app/domain/customers/addresses.server.ts";
import { customerChoices } from "#app/domain/customers/choices.server.ts";
import { unknownCustomer } from "#app/domain/customers/customer.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import { DetailsForm } from "./details-form.tsx";
import { detailsFrom } from "./details-said.server.ts";
import { addressIn, newCustomerShape } from "./details-shape.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "customers");
  return { choices: await customerChoices() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "customers");
  const at = new Date();
  const place = await placeAsked(request, context.clientAddress, at);
  if (place) return place;
  const form = await formOf(request, newCustomerShape);
  if (!form.ok) return unreadable(form);
  const address = addressIn(form.typed);
  if (address && !address.ok) return unreadable(address);
  return unlessRefused(form.typed, async () => {
    const {
      postalCode: _code,
      street: _street,
      number: _number,
      complement: _more,
      district: _part,
      ...said
    } = form.value;
    const details = await detailsFrom(scope, said, unknownCustomer);
    const id = await registerWithAddress(scope, details, address?.value ?? null, at);
    return seeOther(paths.office.customer(id));
  });
}

export default function NewCustomer() {
  const { choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(customerWords);
  return (
    <div className="page">
      <PageHeader
        title={w.newCustomer}
        trail={[{ label: w.customers, href: paths.office.customers() }, { label: w.newCustomer }]}
      />
      <DetailsForm
        details={unknownCustomer}
        choices={choices}
        said={{ priceTable: null, rep: null, group: null }}
        answer={answer}
        mayDecide
        isNew
        submit={w.form.register}
        cancelHref={paths.office.customers()}
      />
    </div>
  );
}
