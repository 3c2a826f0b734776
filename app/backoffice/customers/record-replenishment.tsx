import { useState } from "react";
import { whatsAppNumber } from "#app/domain/customers/customer.ts";
import { daysBetween } from "#app/domain/period.ts";
import type { RecordSide } from "#app/domain/portfolio/record-sides.server.ts";
import type { ReplenishmentLine } from "#app/domain/replenishment/list.server.ts";
import { apartReasons } from "#app/domain/replenishment/replenishment.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Labelled } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDay, formatDaysAgo } from "#app/words/days.ts";
import { formatCents, formatNumber } from "#app/words/numbers.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";

type Script = RecordSide<"replenishment">["script"];

/** The call script: the buyer's own list in the order of its urgency, the text to send, and the way into their cart. */
export function ReplenishmentSide({
  customerId,
  script,
  text,
  today,
  answer,
}: {
  customerId: number;
  script: Script;
  text: string;
  today: string;
  answer: Answer;
}) {
  const w = useWords(replenishmentWords);
  const locale = useLocale();
  const { list, partner } = script;
  const apart = apartReasons.filter((why) => list.apart[why] > 0);
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="stack">
        <Card
          title={w.script.title}
          actions={
            list.due.length > 0 ? (
              <span className="faint">
                {w.dueCount(list.dueCount)} · {formatCents(list.dueCents, locale)}
              </span>
            ) : null
          }
          flush
        >
          {list.due.length > 0 ? <p className="muted px-4 pt-3 pb-2">{w.script.lead}</p> : null}
          <ScriptTable caption={w.script.title} lines={list.due} today={today} />
        </Card>
        {list.next.length > 0 ? (
          <Card title={w.next} flush>
            <ScriptTable caption={w.next} lines={list.next} today={today} />
            {list.nextCount > list.next.length ? (
              <p className="table-foot">{w.moreNext(list.next.length, list.nextCount)}</p>
            ) : null}
          </Card>
        ) : null}
        {apart.length > 0 ? (
          <Card title={w.apart}>
            <dl className="facts">
              {apart.map((why) => (
                <div key={why}>
                  <dt title={w.apartHow[why]}>{w.apartNames[why]}</dt>
                  <dd className="tnum">{formatNumber(list.apart[why], locale)}</dd>
                </div>
              ))}
            </dl>
          </Card>
        ) : null}
      </div>
      {list.due.length > 0 ? (
        <div className="stack order-first lg:order-last">
          <Card title={w.script.call(partner.name)}>
            <Message key={text} text={text} phone={partner.phone} answer={answer} />
          </Card>
          <Card title={w.script.order}>
            <form method="post" action={paths.office.actAs()} className="form">
              <p className="muted text-sm">{w.script.orderHelp}</p>
              <input type="hidden" name="customerId" value={customerId} />
              <input type="hidden" name="redirectTo" value={paths.replenish()} />
              <div>
                <Button icon="cart">{w.script.order}</Button>
              </div>
            </form>
          </Card>
        </div>
      ) : null}
    </div>
  );
}

/** The ready text, the ways to send it, and the note that it was sent. */
function Message({ text, phone, answer }: { text: string; phone: string | null; answer: Answer }) {
  const w = useWords(replenishmentWords).script;
  const [said, setSaid] = useState(text);
  const number = whatsAppNumber(phone);
  return (
    <form method="post" className="form">
      <FormErrors answer={answer} labels={{ text: w.text }} />
      <p className="muted text-sm">{w.textHelp}</p>
      <Labelled frame={{ name: "text", label: w.text, answer }}>
        {(control) => (
          <textarea
            {...control}
            rows={12}
            className="input"
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
        )}
      </Labelled>
      <input type="hidden" name="kind" value="message" />
      {number ? (
        <div className="row">
          <ButtonLink
            icon="whatsapp"
            href={`https://wa.me/${number}?text=${encodeURIComponent(said)}`}
            target="_blank"
            rel="noreferrer"
          >
            {w.whatsapp}
          </ButtonLink>
          <ButtonLink icon="phone" href={`tel:+${number}`}>
            {w.phone}
          </ButtonLink>
        </div>
      ) : (
        <p className="muted text-sm">{w.noPhone}</p>
      )}
      <div className="form-foot">
        <Button look="primary" icon="check" name="act" value="note">
          {w.note}
        </Button>
      </div>
    </form>
  );
}

function ScriptTable({ caption, lines, today }: { caption: string; lines: ReplenishmentLine[]; today: string }) {
  const w = useWords(replenishmentWords);
  const locale = useLocale();
  const columns: Column<ReplenishmentLine>[] = [
    {
      key: "product",
      head: w.product,
      phone: "title",
      wrap: true,
      cell: (row) => (
        <>
          <a className="link-plain" href={paths.office.product(row.sku)}>
            {row.name}
          </a>
          <span className="faint tnum block font-normal">{row.sku}</span>
        </>
      ),
    },
    {
      key: "quantity",
      head: w.quantity,
      number: true,
      cell: (row) => (
        <>
          {formatNumber(row.quantity, locale)} {row.unit}
          {row.isOwnQuantity ? <span className="block text-xs text-accent">{w.own}</span> : null}
        </>
      ),
    },
    {
      key: "price",
      head: w.price,
      number: true,
      cell: (row) => (
        <>
          <UnitPrice e4={row.unitPriceE4} />
          {row.available < row.quantity ? (
            <span className="block text-xs text-bad">
              {row.available > 0 ? w.short(formatNumber(row.available, locale)) : w.soldOut}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: "lastPrice",
      head: w.lastPrice,
      number: true,
      cell: (row) => (row.lastUnitPriceE4 === null ? "" : <UnitPrice e4={row.lastUnitPriceE4} />),
    },
    {
      key: "last",
      head: w.lastBought,
      cell: (row) => (
        <>
          {formatDaysAgo(daysBetween(row.lastOn, today), locale)}
          <span className="faint block">{w.everyDays(row.cycleDays)}</span>
        </>
      ),
    },
    {
      key: "due",
      head: w.dueOn,
      cell: (row) => {
        const left = daysBetween(today, row.dueOn);
        return (
          <>
            {formatDay(row.dueOn, locale)}
            <span className={`block text-sm ${row.state === "overdue" ? "text-warn" : "text-muted"}`}>
              {left < 0 ? w.overdueBy(-left) : w.dueIn(left)}
            </span>
          </>
        );
      },
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={lines}
      rowKey={(row) => row.sku}
      empty={
        <EmptyState icon="repeat" title={w.script.none}>
          {w.script.noneLead}
        </EmptyState>
      }
    />
  );
}
