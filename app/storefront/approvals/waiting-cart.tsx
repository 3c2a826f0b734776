import type { Answer } from "#app/kit/answered.ts";
import { typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { TextField } from "#app/kit/field.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { approvalWords } from "#app/words/approvals.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { refusalWords } from "#app/words/refusals.ts";
import type { ShownApproval } from "./approval.tsx";
import { ChangesSince } from "./changes-since.tsx";

type Waiting = NonNullable<ShownApproval["waiting"]>;

/** The waiting cart in the hands of its approver: quantities, and the decision, in one form. */
export function WaitingCart({ waiting, answer }: { waiting: Waiting; answer: Answer }) {
  const w = useWords(approvalWords);
  const sentences = useWords(refusalWords);
  const hasNewPrices = waiting.changes.some(({ kind }) => kind === "price");
  return (
    <form method="post" className="stack">
      <button type="submit" name="act" value="change" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="shownHash" value={waiting.shownHash} />
      <ChangesSince changes={waiting.changes} />
      <Card title={w.nowPrices} flush>
        <ul className="cart-lines" aria-label={w.lines}>
          {waiting.lines.map((line, at) => (
            <WaitingLine key={line.sku} line={line} at={at} answer={answer} isOnly={waiting.lines.length === 1} />
          ))}
        </ul>
        <div className="card-foot">
          <Button name="act" value="change" icon="refresh">
            {w.update}
          </Button>
        </div>
      </Card>
      <Card title={w.decide}>
        <div className="stack">
          {waiting.reasons.length > 0 ? (
            <Notice tone="warn" title={w.notYet}>
              <ul className="list-disc pl-4">
                {waiting.reasons.map((reason) => (
                  <li key={JSON.stringify(reason)}>{sentences[reason.code](reason.details)}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <TextField name="word" label={w.word} help={w.wordHelp} answer={answer} optional rows={2} maxLength={1000} />
          <div className="row">
            <Button
              look="primary"
              size="lg"
              icon="check"
              name="act"
              value="approve"
              disabled={waiting.reasons.length > 0}
            >
              {hasNewPrices ? w.approveAtNew : w.approve}
            </Button>
            <Button size="lg" icon="undo" name="act" value="return">
              {w.sendBack}
            </Button>
          </div>
        </div>
      </Card>
    </form>
  );
}

function WaitingLine({
  line,
  at,
  answer,
  isOnly,
}: {
  line: Waiting["lines"][number];
  at: number;
  answer: Answer;
  isOnly: boolean;
}) {
  const w = useWords(approvalWords);
  const locale = useLocale();
  return (
    <li className="cart-line">
      <div className="cart-line-picture">
        <ProductPicture picture={line.picture} alt="" size={72} />
      </div>
      <div className="cart-line-name">
        <p className="font-medium">{line.name}</p>
        <p className="muted text-sm">
          <span className="tnum">{line.sku}</span>
          {line.unitPriceE4 === null ? null : ` · ${formatUnitPrice(line.unitPriceE4, locale)} / ${line.unit}`}
          {line.packMultiple > 1 ? ` · ${w.packs(formatNumber(line.packMultiple, locale))}` : null}
        </p>
      </div>
      <div className="cart-line-quantity row flex-nowrap">
        <input type="hidden" name={`lines.${at}.sku`} value={line.sku} />
        <input
          className="input input-sm tnum w-24 text-right"
          name={`lines.${at}.quantity`}
          inputMode="numeric"
          autoComplete="off"
          aria-label={w.quantityOf(line.name)}
          defaultValue={typedOr(answer, `lines.${at}.quantity`, line.quantity)}
        />
        {isOnly ? null : (
          <button
            type="submit"
            className="btn btn-quiet btn-icon btn-sm"
            name="remove"
            value={line.sku}
            formNoValidate
            aria-label={w.remove(line.name)}
          >
            <Icon name="trash" />
          </button>
        )}
      </div>
      <div className="cart-line-price">
        <p className="tnum font-semibold">{formatCents(line.lineCents, locale)}</p>
      </div>
    </li>
  );
}
