import { phoneShown } from "#app/domain/customers/customer.ts";
import type { CustomerRecord } from "#app/domain/portfolio/record.server.ts";
import type { RecordSide } from "#app/domain/portfolio/record-sides.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { ChartArea } from "#app/kit/chart-area.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { detailWords } from "#app/words/customer-details.ts";
import { recordWords } from "#app/words/customer-record.ts";
import { formatMonth } from "#app/words/days.ts";
import { Happenings } from "./record-history.tsx";
import { CartList, OrderList, ProductList } from "./record-lists.tsx";

/** What a rep wants to know on the way to the customer's door. */
export function Overview({
  record,
  side,
  asOf,
  answer,
}: {
  record: CustomerRecord;
  side: RecordSide<"overview">;
  asOf: Date;
  answer: Answer;
}) {
  const w = useWords(recordWords);
  const { id } = record.customer;
  return (
    <div className="columns">
      <div className="stack">
        <ValueByMonth record={record} />
        <Card
          title={w.lastOrders}
          flush
          actions={
            <a className="link" href={paths.office.customer(id, { tab: "orders" })}>
              {w.seeAll}
            </a>
          }
        >
          <OrderList orders={side.orders} />
        </Card>
        <Card
          title={w.topProductsPeriod}
          flush
          actions={
            <a className="link" href={paths.office.customer(id, { tab: "products" })}>
              {w.seeAll}
            </a>
          }
        >
          <ProductList products={side.products} isShort />
        </Card>
      </div>
      <div className="stack">
        <Card title={w.cartsWaiting}>
          <CartList carts={side.carts} asOf={asOf} />
        </Card>
        <Tags tags={record.customer.tags} known={side.knownTags} answer={answer} />
        <People side={side} id={id} />
        <Card
          title={w.happened}
          actions={
            <a className="link" href={paths.office.customer(id, { tab: "history" })}>
              {w.seeAll}
            </a>
          }
        >
          <Happenings happenings={side.happenings} asOf={asOf} />
        </Card>
      </div>
    </div>
  );
}

function ValueByMonth({ record }: { record: CustomerRecord }) {
  const w = useWords(recordWords);
  const locale = useLocale();
  return (
    <Card title={w.valueByMonth}>
      <ChartArea
        label={w.valueByMonth}
        unit="cents"
        series={[{ key: "value", label: w.value, fill: 1 }]}
        points={record.months.map((month) => ({
          key: month.from,
          label: formatMonth(month.from, locale),
          values: { value: Math.max(0, month.valueCents) },
        }))}
      />
    </Card>
  );
}

function Tags({ tags, known, answer }: { tags: string[]; known: string[]; answer: Answer }) {
  const w = useWords(recordWords);
  return (
    <Card title={w.tags}>
      <div className="stack-sm">
        <FormErrors answer={answer} labels={{ tag: w.addTag }} />
        {tags.length === 0 ? <p className="muted">{w.noTags}</p> : null}
        <div className="row">
          {tags.map((tag) => (
            <form method="post" key={tag}>
              <input type="hidden" name="tag" value={tag} />
              <button type="submit" name="act" value="untag" className="chip" aria-label={w.removeTag(tag)}>
                {tag}
                <Icon name="close" />
              </button>
            </form>
          ))}
        </div>
        <form method="post" className="row flex-nowrap">
          <input
            className="input"
            name="tag"
            list="known-tags"
            aria-label={w.addTag}
            placeholder={w.addTag}
            maxLength={40}
            required
          />
          <datalist id="known-tags">
            {known.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <Button name="act" value="tag" icon="plus" aria-label={w.addTag} />
        </form>
      </div>
    </Card>
  );
}

function People({ side, id }: { side: RecordSide<"overview">; id: number }) {
  const d = useWords(detailWords);
  return (
    <Card
      title={d.contacts}
      actions={
        <a className="link" href={paths.office.customer(id, { tab: "details" })}>
          {useWords(recordWords).seeAll}
        </a>
      }
    >
      {side.contacts.length === 0 ? (
        <div className="stack-sm">
          <p className="muted">{d.noContacts}</p>
          <ButtonLink size="sm" icon="plus" href={paths.office.customer(id, { tab: "details" })}>
            {d.addContact}
          </ButtonLink>
        </div>
      ) : (
        <ul className="stack-sm">
          {side.contacts.slice(0, 4).map((contact) => (
            <li key={contact.id}>
              {contact.name}
              <span className="faint block">
                {[contact.role, phoneShown(contact.phone), contact.email].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
