import { cnpjShown } from "#app/domain/cnpj.ts";
import { phoneShown } from "#app/domain/customers/customer.ts";
import { Card } from "#app/kit/card.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { accountWords } from "#app/words/account.ts";

interface Company {
  code: string;
  tradeName: string;
  legalName: string;
  cnpj: string | null;
  rep: string | null;
  repPhone: string | null;
}

/** The company one buys for, and who looks after it. */
export function CompanyCard({ company }: { company: Company }) {
  const w = useWords(accountWords);
  return (
    <Card title={company.tradeName}>
      <dl className="facts">
        <dt>{w.code}</dt>
        <dd className="tnum">{company.code}</dd>
        {company.cnpj ? (
          <>
            <dt>{w.cnpj}</dt>
            <dd className="tnum">{cnpjShown(company.cnpj)}</dd>
          </>
        ) : null}
        <dt>{w.legalName}</dt>
        <dd>{company.legalName}</dd>
        {company.rep ? (
          <>
            <dt>{w.rep}</dt>
            <dd>
              {company.rep}
              {company.repPhone ? <span className="block text-muted">{phoneShown(company.repPhone)}</span> : null}
            </dd>
          </>
        ) : null}
      </dl>
      <p className="mt-3">
        <a className="link" href={paths.receivables()}>
          {w.receivables}
        </a>
      </p>
      <p className="help mt-3">{w.companyLead}</p>
    </Card>
  );
}
