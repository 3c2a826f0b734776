import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";

/** Nobody to list: either the filters let nobody through, or there is no customer yet and here is how to have one. */
export function NoCustomers({ isFiltered, mayAssign }: { isFiltered: boolean; mayAssign: boolean }) {
  const w = useWords(customerWords);
  if (isFiltered) {
    return (
      <EmptyState icon="filter" title={w.noneFits} action={<ButtonLink href="?">{w.clearFilters}</ButtonLink>}>
        {w.noneFitsMore}
      </EmptyState>
    );
  }
  if (!mayAssign)
    return (
      <EmptyState icon="users" title={w.noneYet}>
        {w.noneYetRep}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="users"
      title={w.noneYet}
      action={<ButtonLink href={paths.office.imports()}>{w.importCustomers}</ButtonLink>}
    >
      {w.noneYetMore}
    </EmptyState>
  );
}
