import { Form } from "@remix-run/react";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { listWords } from "#app/words/lists.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { ChosenLine } from "./chosen-line.tsx";
import type { ShownList, ShownListLine } from "./list.tsx";
import { NotAllIn } from "./not-all-in.tsx";

/** The products of a list in one form: tick, change, move, take off, and put into the cart. */
export function ListRows({ list, mayOrder, answer }: { list: ShownList; mayOrder: boolean; answer: Answer }) {
  const w = useWords(listWords);
  const locale = useLocale();
  return (
    <div className="stack">
      <NotAllIn answer={answer} />
      <Card flush>
        <Form method="post" preventScrollReset>
          {/* Enter in a quantity presses the first button of a form. */}
          <button type="submit" name="rows" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
          <ul aria-label={list.isFavourites ? w.favourites : list.name}>
            {list.lines.map((line, at) => (
              <ChosenLine
                key={`${line.sku} ${line.quantity}`}
                line={line}
                at={at}
                isChosen={line.reasons.length === 0}
                reasons={line.reasons}
                answer={answer}
                facts={<Facts line={line} />}
                price={<Price line={line} />}
                tools={<Tools line={line} isFirst={at === 0} isLast={at === list.lines.length - 1} />}
              />
            ))}
          </ul>
          <div className="chosen-foot">
            <p className="mr-auto">
              <span className="text-muted">{w.total}</span>{" "}
              <strong className="tnum font-semibold">{formatCents(list.goodsCents, locale)}</strong>
            </p>
            <Button name="rows" value="save">
              {w.saveQuantities}
            </Button>
            {mayOrder ? (
              <>
                <Button name="rows" value="all">
                  {w.allToCart}
                </Button>
                <Button name="rows" value="cart" look="primary" icon="cart">
                  {w.chosenToCart}
                </Button>
              </>
            ) : null}
          </div>
        </Form>
      </Card>
    </div>
  );
}

function Facts({ line }: { line: ShownListLine }) {
  const w = useWords(listWords);
  const locale = useLocale();
  const count = (value: number) => formatNumber(value, locale);
  return (
    <>
      <span className="tnum">{line.sku}</span>
      {line.supplierName ? ` · ${line.supplierName}` : null}
      {line.packMultiple > 1 ? ` · ${w.packs(count(line.packMultiple))}` : null}
      {line.least > line.packMultiple ? ` · ${w.minimum(count(line.least))}` : null}
      {` · ${line.available > 0 ? w.available(count(line.available)) : w.soldOut}`}
      {line.keptQuantity === line.quantity ? null : (
        <span className="block text-warn">{w.rounded(count(line.keptQuantity))}</span>
      )}
    </>
  );
}

function Price({ line }: { line: ShownListLine }) {
  const locale = useLocale();
  if (line.unitPriceE4 === null) return null;
  return (
    <>
      <p className="font-semibold">{formatCents(line.lineCents, locale)}</p>
      <p className="text-sm text-muted">
        {formatUnitPrice(line.unitPriceE4, locale)} / {line.unit}
      </p>
    </>
  );
}

function Tools({ line, isFirst, isLast }: { line: ShownListLine; isFirst: boolean; isLast: boolean }) {
  const w = useWords(listWords);
  const button = "btn btn-quiet btn-sm btn-icon";
  return (
    <>
      <button
        type="submit"
        name="up"
        value={line.sku}
        className={button}
        aria-label={w.up(line.name)}
        disabled={isFirst}
      >
        <Icon name="arrowUp" />
      </button>
      <button
        type="submit"
        name="down"
        value={line.sku}
        className={button}
        aria-label={w.down(line.name)}
        disabled={isLast}
      >
        <Icon name="arrowDown" />
      </button>
      <button
        type="submit"
        name="off"
        value={line.sku}
        className={button}
        aria-label={w.takeOff(line.name)}
        formNoValidate
      >
        <Icon name="trash" />
      </button>
    </>
  );
}
