import { phoneShown } from "#app/domain/customers/customer.ts";
import type { CustomerRecord } from "#app/domain/portfolio/record.server.ts";
import type { RecordSide } from "#app/domain/portfolio/record-sides.server.ts";
import type { PriceException } from "#app/domain/portfolio/record-terms.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Money, UnitPrice } from "#app/kit/money.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { detailWords } from "#app/words/customer-details.ts";
import { customerWords } from "#app/words/customers.ts";
import { formatDay, formatDayOf } from "#app/words/days.ts";
import { Addresses } from "./address-forms.tsx";
import { Contacts, RemoveForms } from "./contact-forms.tsx";
import { Changes } from "./record-changes.tsx";

type Side = RecordSide<"details">;

/** Who the customer is, where and on which terms they buy, and who changed what. */
export function DetailsSide({ record, side, answer }: { record: CustomerRecord; side: Side; answer: Answer }) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <div className="stack">
        <Facts record={record} />
        <Contacts contacts={side.contacts} answer={answer} />
        <Addresses addresses={side.addresses} answer={answer} />
        <RemoveForms act="removeContact" ids={side.contacts.map((contact) => contact.id)} />
        <RemoveForms act="removeAddress" ids={side.addresses.map((address) => address.id)} />
      </div>
      <div className="stack">
        <Terms record={record} side={side} />
        <Exceptions exceptions={side.exceptions} id={record.customer.id} />
        <Assignments side={side} />
        <Changes changes={side.changes} />
      </div>
    </div>
  );
}

function Facts({ record: { customer } }: { record: CustomerRecord }) {
  const d = useWords(detailWords);
  const w = useWords(customerWords);
  const place = [customer.city, customer.uf, customer.country].filter(Boolean).join(", ");
  const rows: [string, string | null][] = [
    [w.form.legalName, customer.legalName],
    [w.form.code, customer.code],
    [d.location, place || null],
    [w.segment, customer.segment],
    [w.group, customer.group],
    [w.rep, customer.rep ?? w.withoutRep],
    [w.form.email, customer.email],
    [w.form.phone, phoneShown(customer.phone)],
  ];
  return (
    <Card
      title={d.facts}
      actions={
        <ButtonLink size="sm" icon="edit" href={paths.office.editCustomer(customer.id)}>
          {w.editCustomer}
        </ButtonLink>
      }
    >
      <dl className="facts">
        {rows.map(([name, value]) => (value ? <Fact key={name} name={name} value={value} /> : null))}
      </dl>
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="break-words">{value}</dd>
    </>
  );
}

function Terms({ record: { customer }, side }: { record: CustomerRecord; side: Side }) {
  const d = useWords(detailWords);
  const table = customer.priceTableCode ? (
    <a className="link" href={paths.office.priceTable(customer.priceTableCode)}>
      {customer.priceTable}
    </a>
  ) : (
    d.otherTable
  );
  return (
    <Card title={d.terms}>
      <dl className="facts">
        <Fact name={d.priceTable} value={table} />
        <Fact name={d.offered} value={side.terms.length > 0 ? side.terms.join(", ") : d.noTermsOffered} />
        <Fact
          name={d.minimumOrder}
          value={customer.minimumOrderCents === null ? d.companyMinimum : <Money cents={customer.minimumOrderCents} />}
        />
        <Fact
          name={d.creditLimit}
          value={customer.creditLimitCents === null ? d.noLimit : <Money cents={customer.creditLimitCents} />}
        />
        <Fact name={d.creditUsed} value={<Money cents={customer.creditUsedCents} />} />
        {customer.agreementEndsOn ? <Fact name={d.agreement} value={formatDay(customer.agreementEndsOn)} /> : null}
      </dl>
    </Card>
  );
}

function Exceptions({ exceptions, id }: { exceptions: PriceException[]; id: number }) {
  const d = useWords(detailWords);
  const columns: Column<PriceException>[] = [
    {
      key: "product",
      head: d.product,
      phone: "title",
      cell: (row) => (
        <>
          {row.name}
          <span className="faint block">
            {[
              row.sku,
              row.fromQuantity > 1 ? d.from(row.fromQuantity) : null,
              row.validUntil ? d.until(formatDay(row.validUntil)) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      ),
    },
    { key: "price", head: d.price, number: true, cell: (row) => <UnitPrice e4={row.unitPriceE4} /> },
  ];
  return (
    <Card
      title={d.exceptions}
      flush={exceptions.length > 0}
      actions={
        <a className="link" href={paths.office.pricePreview({ customer: id })}>
          {d.preview}
        </a>
      }
    >
      {exceptions.length > 0 ? (
        <Table
          caption={d.exceptions}
          columns={columns}
          rows={exceptions}
          rowKey={(row) => `${row.sku}/${row.fromQuantity}`}
        />
      ) : (
        <p className="muted">{d.noExceptions}</p>
      )}
    </Card>
  );
}

function Assignments({ side }: { side: Side }) {
  const d = useWords(detailWords);
  const locale = useLocale();
  const said = (fromAt: Date, untilAt: Date | null) =>
    untilAt
      ? d.fromTo(formatDayOf(fromAt, locale), formatDayOf(untilAt, locale))
      : d.fromOn(formatDayOf(fromAt, locale));
  return (
    <Card title={d.assignments}>
      {side.assignments.length === 0 ? <p className="muted">{d.noAssignments}</p> : null}
      <ul className="stack-sm">
        {side.assignments.map((one) => (
          <li key={one.fromAt.toISOString()} className="spread">
            <span>{one.rep ?? d.nobody}</span>
            <span className="faint">{said(one.fromAt, one.untilAt)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
