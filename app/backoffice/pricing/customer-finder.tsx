import { EmptyState } from "#app/kit/empty-state.tsx";
import { SearchBox } from "#app/kit/filters.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { pricingWords } from "#app/words/pricing.ts";

/** Finds the customer whose prices are to be seen; `found` is null before anything was looked for. */
export function CustomerFinder({
  find,
  found,
}: {
  find: string;
  found: readonly { code: string; tradeName: string; uf: string | null; city: string | null }[] | null;
}) {
  const w = useWords(pricingWords);
  return (
    <div className="stack max-w-2xl">
      <SearchBox name="find" value={find} label={w.findCustomer} />
      {found === null || found.length === 0 ? (
        <EmptyState icon="users" title={found === null ? w.choose : w.noCustomer} />
      ) : (
        <ul className="card p-1">
          {found.map((customer) => (
            <li key={customer.code}>
              <a className="menu-item" href={paths.office.pricePreview({ customer: customer.code })}>
                <span className="flex-1">{customer.tradeName}</span>
                <span className="faint">
                  {customer.code}
                  {customer.city ? ` · ${customer.city}` : null}
                  {customer.uf ? ` · ${customer.uf}` : null}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
