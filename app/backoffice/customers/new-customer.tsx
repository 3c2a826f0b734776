import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { customerChoices, withNamedGroup } from "#app/domain/customers/choices.server.ts";
import { unknownCustomer } from "#app/domain/customers/customer.ts";
import { registerCustomer } from "#app/domain/customers/customers.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import { DetailsForm } from "./details-form.tsx";
import { detailsShape } from "./details-shape.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "customers");
  return { choices: await customerChoices() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "customers");
  const form = await formOf(request, detailsShape);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const id = await registerCustomer(scope, await withNamedGroup(scope, form.value), new Date());
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
        answer={answer}
        mayDecide
        submit={w.form.register}
        cancelHref={paths.office.customers()}
      />
    </div>
  );
}
