import { Fragment } from "react";
import { commonWords } from "#app/words/everyday.ts";
import { Icon } from "./icon.tsx";
import { useWords } from "./words.tsx";

/** The way back up; the last one is where we are and has no link. */
export function Breadcrumb({ trail }: { trail: readonly { label: string; href?: string }[] }) {
  const w = useWords(commonWords);
  return (
    <nav aria-label={w.youAreHere} className="crumbs">
      {trail.map((step, index) => (
        <Fragment key={step.label}>
          {index > 0 ? <Icon name="right" className="" /> : null}
          {step.href ? <a href={step.href}>{step.label}</a> : <span aria-current="page">{step.label}</span>}
        </Fragment>
      ))}
    </nav>
  );
}
