import { ufs } from "#app/domain/customers/customer.ts";
import { type FreightRule, freightElsewhere } from "#app/domain/customers/freight.ts";
import { type Answer, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Choice } from "#app/kit/checkbox.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { settingsWords } from "#app/words/settings.ts";
import { twoDecimals } from "./two-decimals.ts";

/** Freight of each state, and what counts for the states that are left empty. */
export function FreightByUf({
  rule,
  answer,
}: {
  rule: Extract<FreightRule, { kind: "by_uf" }> | null;
  answer: Answer;
}) {
  const w = useWords(settingsWords);
  const errors = refusalIn(answer)?.errors ?? {};
  const isOpen = rule !== null || typedOr(answer, "freightKind", null) === "by_uf";
  return (
    <Disclose summary={w.freightTable} open={isOpen}>
      <div className="stack">
        <Choice
          name="freightElsewhere"
          legend={w.freightElsewhere}
          answer={answer}
          value={rule?.elsewhere ?? "charged"}
          options={freightElsewhere.map((value) => ({ value, label: w.freightElsewheres[value] }))}
        />
        <p className="muted text-sm">{w.freightTableLead}</p>
        <div className="table-wrap">
          <table className="table">
            <caption className="sr-only">{w.freightTable}</caption>
            <thead>
              <tr>
                <th scope="col">{w.state}</th>
                <th scope="col">{w.freightCents}</th>
                <th scope="col">{w.freeOver}</th>
              </tr>
            </thead>
            <tbody>
              {ufs.map((uf) => (
                <tr key={uf}>
                  <th scope="row">{uf}</th>
                  <AmountCell
                    name={`rates.${uf}.cents`}
                    label={w.freightOf(uf)}
                    cents={rule?.rates[uf]?.cents}
                    answer={answer}
                    isWrong={`rates.${uf}.cents` in errors}
                  />
                  <AmountCell
                    name={`rates.${uf}.freeOverCents`}
                    label={w.freeOverOf(uf)}
                    cents={rule?.rates[uf]?.freeOverCents}
                    answer={answer}
                    isWrong={`rates.${uf}.freeOverCents` in errors}
                  />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Disclose>
  );
}

function AmountCell({
  name,
  label,
  cents,
  answer,
  isWrong,
}: {
  name: string;
  label: string;
  cents: number | null | undefined;
  answer: Answer;
  isWrong: boolean;
}) {
  const locale = useLocale();
  const kept = cents === null || cents === undefined ? null : twoDecimals(cents, locale);
  return (
    <td>
      <input
        id={name}
        className="input input-sm w-28 text-right tabular-nums"
        name={name}
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        defaultValue={typedOr(answer, name, kept)}
      />
    </td>
  );
}
