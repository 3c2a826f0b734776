import type { FirstSteps } from "#app/domain/portfolio/first-steps.server.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { firstStepWords } from "#app/words/first-steps.ts";

const where: Record<keyof FirstSteps, string> = {
  name: paths.office.settings(),
  products: paths.office.products(),
  stock: paths.office.stock(),
  prices: paths.office.priceTables(),
  terms: paths.office.paymentTerms(),
  customers: paths.office.customers(),
  buyers: paths.office.customers(),
};

/** The way from an empty company to its first order: what is done is ticked, the next step is a button. */
export function FirstStepsCard({ steps }: { steps: FirstSteps }) {
  const w = useWords(firstStepWords);
  const kinds = Object.keys(where) as (keyof FirstSteps)[];
  const next = kinds.find((kind) => !steps[kind]);
  return (
    <Card title={w.title}>
      <p className="text-muted">
        {w.lead}{" "}
        <a className="link" href={paths.office.imports()}>
          {w.importAll}
        </a>
      </p>
      <ol className="mt-3 divide-y divide-line">
        {kinds.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className={steps[kind] ? "text-good" : "text-faint"}>
              <Icon name={steps[kind] ? "success" : "minus"} />
            </span>
            <span className="min-w-0 flex-1">
              <a className={steps[kind] ? "link-plain text-muted" : "link-plain font-medium"} href={where[kind]}>
                {w.steps[kind].title}
              </a>
              <span className="sr-only"> {steps[kind] ? w.done : w.open}</span>
              {steps[kind] ? null : <span className="block text-sm text-muted">{w.steps[kind].lead}</span>}
            </span>
            {kind === next ? (
              <ButtonLink look="primary" size="sm" href={where[kind]}>
                {w.begin}
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
