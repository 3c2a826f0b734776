import type { FilterChoices } from "#app/domain/customers/choices.server.ts";
import { abcClasses, type CustomerFilter, customerChannels, standings } from "#app/domain/customers/filter.ts";
import { type Filter, Filters, SearchBox } from "#app/kit/filters.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import { standingsWords } from "#app/words/standing.ts";

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const named = (rows: readonly { id: number; name: string }[]) =>
  rows.map((row) => ({ value: String(row.id), label: row.name }));

/** The filters over customers as chips; the same names mean the same customers on every screen that shows them. */
export function CustomerFilters({ filter, choices }: { filter: CustomerFilter; choices: FilterChoices }) {
  const w = useWords(customerWords);
  const standingWord = useWords(standingsWords);
  const access = [
    { value: "granted", label: w.withAccess },
    { value: "none", label: w.withoutAccess },
  ];
  const offered: (Omit<Filter, "chosen"> & { name: keyof CustomerFilter })[] = [
    {
      name: "standing",
      label: w.standing,
      many: true,
      options: standings.map((value) => ({ value, label: standingWord[value] })),
    },
    { name: "abc", label: w.abc, many: true, options: plain(abcClasses) },
    {
      name: "rep",
      label: w.rep,
      many: true,
      options: repOptions(choices, w.withoutRep),
      more: { source: paths.office.choices("rep"), by: "id" },
    },
    { name: "segment", label: w.segment, many: true, options: plain(choices.segments) },
    {
      name: "tag",
      label: w.tag,
      many: true,
      options: plain(choices.tags),
      more: { source: paths.office.choices("tag"), by: "code" },
    },
    { name: "uf", label: w.uf, many: true, options: plain(choices.ufs) },
    { name: "country", label: w.country, many: true, options: plain(choices.countries) },
    {
      name: "city",
      label: w.city,
      many: true,
      options: plain([...new Set([...choices.cities, ...(filter.city ?? [])])]),
      more: { source: paths.office.choices("city"), by: "code" },
    },
    {
      name: "channel",
      label: w.channel,
      many: true,
      options: customerChannels.map((value) => ({ value, label: w.channels[value] })),
    },
    { name: "access", label: w.access, options: access },
    {
      name: "group",
      label: w.group,
      many: true,
      options: named(choices.groups),
      more: { source: paths.office.choices("group"), by: "id" },
    },
    {
      name: "supplier",
      label: w.supplier,
      many: true,
      options: named(choices.suppliers),
      more: { source: paths.office.choices("supplier"), by: "id" },
    },
    { name: "renewal", label: w.renewal, options: [{ value: "due", label: w.renewalDue }] },
  ];
  const chips = offered
    .map((one) => ({ ...one, chosen: [filter[one.name] ?? []].flat().map(String) }))
    .filter((one) => one.options.length > 0 || one.chosen.length > 0);
  return (
    <Filters filters={chips}>
      <SearchBox value={filter.q} label={w.searchCustomers} />
    </Filters>
  );
}

function repOptions({ reps }: FilterChoices, withoutRep: string) {
  return reps.length === 0 ? [] : [...named(reps), { value: "none", label: withoutRep }];
}
