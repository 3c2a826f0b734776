import type { ReactNode } from "react";
import { Breadcrumb } from "./breadcrumb.tsx";

/** The top of a screen: where we are, its name, a sentence, and what can be done. */
export function PageHeader({
  title,
  lead,
  trail,
  marks,
  actions,
}: {
  title: ReactNode;
  lead?: ReactNode;
  trail?: readonly { label: string; href?: string }[];
  /** Badges beside the title. */
  marks?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="stack-sm">
      {trail ? <Breadcrumb trail={trail} /> : null}
      <div className="page-head">
        <div className="min-w-0">
          <div className="row">
            <h1>{title}</h1>
            {marks}
          </div>
          {lead ? <p className="page-lead">{lead}</p> : null}
        </div>
        {actions ? <div className="row">{actions}</div> : null}
      </div>
    </header>
  );
}
