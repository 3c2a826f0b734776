import { useLocation } from "@remix-run/react";
import { commonWords } from "#app/words/everyday.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { hrefWith } from "./address.ts";
import { useLocale, useWords } from "./words.tsx";

/** Where we are in a long list, and the way on and back; pages are in the URL. */
export function Pagination({
  page,
  pageSize,
  total,
  name = "page",
}: {
  page: number;
  pageSize: number;
  total: number;
  name?: string;
}) {
  const w = useWords(commonWords);
  const locale = useLocale();
  const { search } = useLocation();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (total === 0) return null;
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className="spread text-sm text-muted" aria-label={w.pages}>
      <span className="tnum">{w.rowsOf(from, Math.min(total, page * pageSize), formatNumber(total, locale))}</span>
      {pages > 1 ? (
        <span className="row">
          {page > 1 ? (
            <a className="btn btn-sm" rel="prev" href={hrefWith(search, { [name]: page === 2 ? null : page - 1 })}>
              {w.previous}
            </a>
          ) : null}
          <span className="tnum">{w.pageOf(page, pages)}</span>
          {page < pages ? (
            <a className="btn btn-sm" rel="next" href={hrefWith(search, { [name]: page + 1 })}>
              {w.next}
            </a>
          ) : null}
        </span>
      ) : null}
    </nav>
  );
}
