import { cnpjShown } from "#app/domain/cnpj.ts";
import { whatsAppNumber } from "#app/domain/customers/customer.ts";
import type { CustomerRecord } from "#app/domain/portfolio/record.server.ts";
import { AbcBadge, Badge, StandingBadge } from "#app/kit/badge.tsx";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { recordWords } from "#app/words/customer-record.ts";
import { customerWords } from "#app/words/customers.ts";
import { formatDay } from "#app/words/days.ts";

/** Who it is, how they stand, and what can be done next. */
export function RecordHead({ record }: { record: CustomerRecord }) {
  const w = useWords(recordWords);
  const list = useWords(customerWords);
  const { customer } = record;
  const whatsApp = whatsAppNumber(customer.phone);
  return (
    <PageHeader
      trail={[{ label: list.customers, href: paths.office.customers() }, { label: customer.tradeName }]}
      title={customer.tradeName}
      lead={leadOf(customer)}
      marks={
        <>
          <StandingBadge standing={record.standing} />
          <AbcBadge abcClass={record.abcClass} />
          <Badge>{list.channels[record.channel]}</Badge>
          {record.isRenewalDue && customer.agreementEndsOn ? (
            <Badge tone="warn">{w.renewalDue(formatDay(customer.agreementEndsOn))}</Badge>
          ) : null}
          {customer.isCreditHeld ? <Badge tone="bad">{w.creditHeld}</Badge> : null}
        </>
      }
      actions={
        <>
          <form method="post" action={paths.office.actAs()}>
            <input type="hidden" name="customerId" value={customer.id} />
            <Button look="primary" icon="cart" title={w.actAs}>
              {w.actAsShort}
            </Button>
          </form>
          {whatsApp ? (
            <ButtonLink icon="whatsapp" href={`https://wa.me/${whatsApp}`} target="_blank" rel="noreferrer">
              {w.whatsApp}
            </ButtonLink>
          ) : null}
          <ButtonLink icon="calendar" href={`${paths.office.visits({ customer: customer.id })}#plan`}>
            {w.planVisit}
          </ButtonLink>
          <ButtonLink icon="edit" href={paths.office.editCustomer(customer.id)} aria-label={w.edit} title={w.edit} />
        </>
      }
    />
  );
}

function leadOf({ legalName, cnpj, code, city, uf, country, rep }: CustomerRecord["customer"]): string {
  const place = city && uf ? `${city}/${uf}` : (city ?? uf ?? country);
  return [legalName, cnpj ? cnpjShown(cnpj) : null, code, place, rep].filter(Boolean).join(" · ");
}
