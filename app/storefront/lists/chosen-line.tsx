import type { ReactNode } from "react";
import type { Reason } from "#app/domain/refusal.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Icon } from "#app/kit/icon.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { QuantityStepper } from "#app/kit/quantity-stepper.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { listWords } from "#app/words/lists.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { typedRow } from "./lines-form.ts";

/** A product that may be put into the cart from a list or an old order. */
export interface LineToChoose {
  sku: string;
  name: string;
  picture: string | null;
  packMultiple: number;
  least: number;
  quantity: number;
  /** False for what is not sold to them: nothing can be ticked. */
  isSold: boolean;
}

/** One row of such a form: tick, product, quantity and price; why it did not go in stands under its name. */
export function ChosenLine({
  line,
  at,
  isChosen,
  reasons = [],
  facts,
  price,
  tools,
  answer,
}: {
  line: LineToChoose;
  at: number;
  isChosen: boolean;
  /** What stands against it before anything was asked. */
  reasons?: readonly Reason[];
  facts: ReactNode;
  price: ReactNode;
  tools?: ReactNode;
  answer: Answer;
}) {
  const w = useWords(listWords);
  const sentences = useWords(refusalWords);
  const typed = typedRow(answer, line.sku);
  const refused = (refusalIn(answer)?.reasons ?? []).filter(({ details }) => details.sku === line.sku) as Reason[];
  const said = refused.length > 0 ? refused : reasons;
  const errorId = `why-${line.sku}`;
  return (
    <li className="chosen-line" id={`p-${line.sku}`} aria-describedby={said.length > 0 ? errorId : undefined}>
      <input type="hidden" name={`lines.${at}.sku`} value={line.sku} />
      <span className="chosen-line-tick">
        {line.isSold ? (
          <input
            type="checkbox"
            name={`lines.${at}.chosen`}
            defaultChecked={typed?.isChosen ?? isChosen}
            aria-label={w.choose(line.name)}
          />
        ) : null}
      </span>
      <div className="chosen-line-picture">
        <ProductPicture picture={line.picture} alt="" size={56} />
      </div>
      <div className="chosen-line-name">
        <a className="link-plain font-medium" href={paths.product(line.sku)}>
          {line.name}
        </a>
        <p className="text-sm text-muted">{facts}</p>
        {said.length > 0 ? (
          <div id={errorId} role={refused.length > 0 ? "alert" : undefined}>
            {said.map((reason) => (
              <p key={reason.code} className="error">
                <Icon name="warn" className="mt-0.5 size-3.5 shrink-0" />
                {sentences[reason.code](reason.details)}
              </p>
            ))}
          </div>
        ) : null}
      </div>
      <div className="chosen-line-quantity">
        {line.isSold ? (
          <QuantityStepper
            name={`lines.${at}.quantity`}
            label={w.quantityOf(line.name)}
            value={typed?.quantity ?? line.quantity}
            multiple={line.packMultiple}
            least={line.least}
          />
        ) : (
          <input type="hidden" name={`lines.${at}.quantity`} value={line.quantity} />
        )}
      </div>
      <div className="chosen-line-price">{price}</div>
      {tools ? <div className="chosen-line-tools">{tools}</div> : null}
    </li>
  );
}
