import type { Substitute } from "#app/domain/catalog/substitutes.server.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { SearchBox } from "#app/kit/filters.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { mendWords } from "#app/words/mends.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { productWords } from "#app/words/products.ts";

/** What is offered in the cart when this product is short, in its order, and the finder of another one. */
export function SubstitutesCard({
  substitutes,
  find,
  found,
  answer,
}: {
  substitutes: readonly Substitute[];
  find: string;
  /** Null before anything was looked for. */
  found: readonly { sku: string; name: string }[] | null;
  answer: Answer;
}) {
  const w = useWords(mendWords);
  const products = useWords(productWords);
  const locale = useLocale();
  const others = found?.filter(({ sku }) => !substitutes.some((one) => one.sku === sku)) ?? null;
  return (
    <Card title={w.substitutes}>
      <div className="stack-sm">
        <p className="muted text-sm">{substitutes.length > 0 ? w.substitutesLead : w.noSubstitutes}</p>
        {refusalIn(answer) ? <Notice tone="bad">{w.unknownSubstitute}</Notice> : null}
        <ul className="stack-sm">
          {substitutes.map((one, place) => (
            <li key={one.sku} className="spread">
              <span className="min-w-0">
                <a className="link-plain" href={paths.office.product(one.sku)}>
                  {one.name}
                </a>{" "}
                <span className="faint tnum">
                  {one.sku} · {products.available} {formatNumber(one.available, locale)}
                </span>
              </span>
              <span className="row">
                {place > 0 ? (
                  <SubstituteAct act="prefer" sku={one.sku} label={w.preferNamed(one.name)}>
                    {w.prefer}
                  </SubstituteAct>
                ) : null}
                <SubstituteAct act="takeOff" sku={one.sku} label={w.takeOffNamed(one.name)}>
                  {w.takeOff}
                </SubstituteAct>
              </span>
            </li>
          ))}
        </ul>
        <SearchBox name="find" value={find} label={w.substituteField} />
        {others === null ? null : others.length === 0 ? (
          <p className="muted">{products.noMatch}</p>
        ) : (
          <ul className="stack-sm">
            {others.map(({ sku, name }) => (
              <li key={sku} className="spread">
                <span className="min-w-0">
                  {name} <span className="faint tnum">{sku}</span>
                </span>
                <SubstituteAct act="substitute" sku={sku} label={`${w.addSubstitute}: ${name}`}>
                  {w.addSubstitute}
                </SubstituteAct>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function SubstituteAct({
  act,
  sku,
  label,
  children,
}: {
  act: "substitute" | "prefer" | "takeOff";
  sku: string;
  label: string;
  children: string;
}) {
  return (
    <form method="post">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="substitute" value={sku} />
      <Button size="sm" aria-label={label}>
        {children}
      </Button>
    </form>
  );
}
