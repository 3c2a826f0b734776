import { Icon } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { gateWords } from "#app/words/gate.ts";
import { CompanyMark } from "./gate-frame.tsx";

const promises = [
  ["tag", "promisePrice"],
  ["rescue", "promiseOrder"],
  ["phone", "promisePhone"],
] as const;

/** What waits behind the gate, in the company's colour; beside the form on wide screens only. */
export function Welcome() {
  const w = useWords(gateWords);
  return (
    <aside className="hidden content-between gap-10 bg-accent-soft p-12 lg:grid xl:p-16" aria-label={w.welcome}>
      <p className="text-lg font-semibold tracking-tight">
        <CompanyMark />
      </p>
      <div className="grid max-w-lg gap-8">
        <p className="text-3xl leading-tight font-semibold tracking-tight text-balance">{w.welcome}</p>
        <ul className="stack">
          {promises.map(([icon, promise]) => (
            <li key={promise} className="flex items-start gap-3">
              <span className="mt-0.5 text-accent">
                <Icon name={icon} className="size-5" />
              </span>
              <span>{w[promise]}</span>
            </li>
          ))}
        </ul>
      </div>
      <span aria-hidden="true" />
    </aside>
  );
}
