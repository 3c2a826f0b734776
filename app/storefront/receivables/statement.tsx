import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { cnpjShown } from "#app/domain/cnpj.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { openCentsOf } from "#app/domain/receivables/receivable.ts";
import { statementOf } from "#app/domain/receivables/statement.server.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { PrintButton } from "#app/kit/print-button.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { formatCents } from "#app/words/numbers.ts";
import { receivableWords } from "#app/words/receivables.ts";

/** What a phone leaves out and paper does not. */
const widePart = "max-sm:hidden print:table-cell";

/** Everything that is open of the buyer's company, on one page to print; the earliest due first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer, customer } = await requireBuyer(request);
  const asOf = new Date();
  const today = dayOf(asOf);
  const [settings, own, statement] = await Promise.all([
    settingsAsOf(asOf),
    customerOf({ userId: buyer.userId, repId: null }, buyer.customerId),
    statementOf(buyer.customerId, today),
  ]);
  return {
    today,
    company: settings.companyName,
    contact: [settings.contactPhone, settings.contactEmail].filter(Boolean).join(" · "),
    customer: { code: customer.code, legalName: customer.legalName, cnpj: own.cnpj },
    ...statement,
  };
}

export default function Statement() {
  const { today, company, contact, customer, rows, openCents, overdueCents } = useLoaderData<typeof loader>();
  const w = useWords(receivableWords);
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  return (
    <main id="content" className="page mx-auto w-full max-w-4xl p-4 sm:p-8">
      <div className="row print:hidden">
        <ButtonLink href={paths.receivables()} icon="arrowLeft">
          {w.back}
        </ButtonLink>
        <PrintButton>{w.print}</PrintButton>
        <ButtonLink href={paths.receivablesStatementPdf()} icon="download">
          {w.pdf}
        </ButtonLink>
      </div>
      <header className="spread items-start border-b border-line pb-4">
        <div>
          <p className="text-md font-semibold">{company}</p>
          <p className="muted text-sm">{contact}</p>
        </div>
        <div className="sm:text-right">
          <h1 className="text-lg">{w.statementTitle}</h1>
          <p className="muted text-sm">{w.statementOf(formatDay(today, locale))}</p>
        </div>
      </header>
      <p>
        <strong>{customer.legalName}</strong>
        <span className="muted block text-sm">
          {[customer.code, customer.cnpj ? `CNPJ ${cnpjShown(customer.cnpj)}` : null].filter(Boolean).join(" · ")}
        </span>
      </p>
      {rows.length === 0 ? (
        <p>{w.noneIn.open}</p>
      ) : (
        <table className="w-full text-sm">
          <caption className="sr-only">{w.statementTitle}</caption>
          <thead>
            <tr className="border-b border-line text-left">
              <th scope="col">{w.receivable}</th>
              <th scope="col">{w.order}</th>
              <th scope="col" className={widePart}>
                {w.issuedOn}
              </th>
              <th scope="col">{w.dueOn}</th>
              <th scope="col" className={`text-right ${widePart}`}>
                {w.amount}
              </th>
              <th scope="col" className="text-right">
                {w.open}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="border-b border-line">
                <td className="tnum py-1">{row.document}</td>
                <td className="tnum">{row.orderNumber ?? "–"}</td>
                <td className={`tnum ${widePart}`}>{formatDay(row.issuedOn, locale)}</td>
                <td className={row.dueOn < today ? "tnum font-semibold text-bad" : "tnum"}>
                  {formatDay(row.dueOn, locale)}
                </td>
                <td className={`tnum text-right ${widePart}`}>{money(row.amountCents)}</td>
                <td className="tnum text-right">{money(openCentsOf(row))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="facts ml-auto max-w-xs">
        <dt>{w.ofThatOverdue}</dt>
        <dd className="tnum">{money(overdueCents)}</dd>
        <dt className="font-semibold text-ink">{w.inTotal}</dt>
        <dd className="tnum font-semibold">{money(openCents)}</dd>
      </dl>
      <p className="muted text-sm">{w.statementNote}</p>
    </main>
  );
}
