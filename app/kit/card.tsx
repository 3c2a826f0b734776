import type { ReactNode } from "react";

/** A surface with an optional head; `flush` lets a table reach its edges. */
export function Card({
  title,
  actions,
  foot,
  flush = false,
  id,
  children,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  foot?: ReactNode;
  flush?: boolean;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section className="card" id={id}>
      {title ? (
        <div className="card-head">
          <h2 className="text-md">{title}</h2>
          {actions ? <div className="row">{actions}</div> : null}
        </div>
      ) : null}
      <div className={flush ? "card-flush" : "card-body"}>{children}</div>
      {foot ? <div className="card-foot">{foot}</div> : null}
    </section>
  );
}
