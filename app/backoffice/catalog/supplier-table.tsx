import { decimalOfPrice } from "#app/domain/money.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Count } from "#app/kit/count.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Field, MoneyField } from "#app/kit/field.tsx";
import { Money } from "#app/kit/money.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { productWords } from "#app/words/products.ts";

interface SupplierShown {
  id: number;
  code: string;
  name: string;
  minimumOrderCents: number;
  isActive: boolean;
  products: number;
}

/** Every supplier with the minimum of an order and how many of their products are sold. */
export function SupplierTable({ suppliers }: { suppliers: SupplierShown[] }) {
  const w = useWords(productWords);
  return (
    <Table
      caption={w.suppliers}
      rows={suppliers}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="building" title={w.noSuppliers}>
          {w.noSuppliersLead}
        </EmptyState>
      }
      columns={[
        { key: "code", head: w.code, cell: (row) => <span className="text-muted">{row.code}</span> },
        {
          key: "name",
          head: w.name,
          phone: "title",
          cell: (row) => (
            <>
              <a className="link-plain" href={`${paths.office.suppliers()}?edit=${row.id}`}>
                {row.name}
              </a>{" "}
              {row.isActive ? null : <Badge>{w.outOfUse}</Badge>}
            </>
          ),
        },
        {
          key: "minimum",
          head: w.minimumOrder,
          number: true,
          cell: (row) => (row.minimumOrderCents === 0 ? w.none : <Money cents={row.minimumOrderCents} />),
        },
        {
          key: "products",
          head: w.productsSold,
          number: true,
          cell: (row) => (
            <a className="link" href={paths.office.products({ supplier: row.code, state: "active" })}>
              <Count value={row.products} />
            </a>
          ),
        },
      ]}
    />
  );
}

/** What is written down about a supplier; without one, a new one. */
export function SupplierForm({ supplier, answer }: { supplier: SupplierShown | null; answer: Answer }) {
  const w = useWords(productWords);
  const common = useWords(commonWords);
  const mark = useLocale() === "en" ? "." : ",";
  const minimum = decimalOfPrice((supplier?.minimumOrderCents ?? 0) * 100).replace(".", mark);
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value="supplier" />
      {supplier ? <input type="hidden" name="id" value={supplier.id} /> : null}
      <Field name="code" label={w.code} answer={answer} value={supplier?.code} required maxLength={40} />
      <Field name="name" label={w.name} answer={answer} value={supplier?.name} required maxLength={120} />
      <MoneyField
        name="minimumOrderCents"
        label={w.minimumOrder}
        help={w.minimumOrderHelp}
        answer={answer}
        value={minimum}
        required
      />
      <Checkbox name="isActive" label={w.isSupplierActive} value="true" defaultChecked={supplier?.isActive ?? true} />
      <div className="form-foot">
        <Button look="primary">{common.save}</Button>
        {supplier ? (
          <ButtonLink look="quiet" href={paths.office.suppliers()}>
            {common.cancel}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}
