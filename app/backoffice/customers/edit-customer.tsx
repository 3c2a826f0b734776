import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { customerChoices } from "#app/domain/customers/choices.server.ts";
import { customerOf, detailsOf, reviseCustomer } from "#app/domain/customers/customers.server.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import { commonWords } from "#app/words/everyday.ts";
import { customerIdIn } from "./customer-id.ts";
import { DetailsForm } from "./details-form.tsx";
import { detailsFrom, saidOfDetails } from "./details-said.server.ts";
import { detailsShape } from "./details-shape.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const customer = await foundOr404(customerOf(scope, customerIdIn(params)));
  const [details, choices, said] = await Promise.all([
    detailsOf(customer),
    customerChoices(),
    saidOfDetails(scope, customer),
  ]);
  return { id: customer.id, details, choices, said, mayDecide: isPermitted(user.role, "customers") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const form = await formOf(request, detailsShape);
  if (!form.ok) return unreadable(form);
  const id = customerIdIn(params);
  return unlessRefused(form.typed, async () => {
    const details = await detailsFrom(scope, form.value, await foundOr404(customerOf(scope, id)));
    await foundOr404(reviseCustomer(scope, id, details, new Date()));
    return seeOther(paths.office.customer(id, { tab: "details" }));
  });
}

export default function EditCustomer() {
  const { id, details, choices, said, mayDecide } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(customerWords);
  const common = useWords(commonWords);
  const trail = [
    { label: w.customers, href: paths.office.customers() },
    { label: details.tradeName, href: paths.office.customer(id) },
    { label: w.editCustomer },
  ];
  return (
    <div className="page">
      <PageHeader title={details.tradeName} trail={trail} />
      <DetailsForm
        details={details}
        choices={choices}
        said={said}
        answer={answer}
        mayDecide={mayDecide}
        submit={common.save}
        cancelHref={paths.office.customer(id)}
      />
    </div>
  );
}
