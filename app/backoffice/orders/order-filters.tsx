import { useLocation } from "@remix-run/react";
import { orderChannels, orderStates } from "#app/domain/orders/order.ts";
import type { OrderFilter } from "#app/domain/orders/order-filter.ts";
import { Filters, SearchBox } from "#app/kit/filters.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { orderChannelWords, orderStateWords } from "#app/words/order-states.ts";
import { orderWords } from "#app/words/orders.ts";

interface Choices {
  reps: readonly { id: number; name: string }[];
  ufs: readonly string[];
}

/** The filters over the office's orders, kept in the address. */
export function OrderFilters({ filter, choices }: { filter: OrderFilter; choices: Choices }) {
  const w = useWords(orderWords);
  const states = useWords(orderStateWords);
  const channels = useWords(orderChannelWords);
  const many = true;
  const chips = [
    {
      ...{ name: "state", label: w.state, many, chosen: filter.state },
      options: orderStates.map((value) => ({ value, label: states[value] })),
    },
    {
      ...{ name: "channel", label: w.channel, many, chosen: filter.channel },
      options: orderChannels.map((value) => ({ value, label: channels[value] })),
    },
    {
      ...{ name: "rep", label: w.rep, many, chosen: filter.rep.map(String) },
      options: choices.reps.map(({ id, name }) => ({ value: String(id), label: name })),
      more: { source: paths.office.choices("rep"), by: "id" as const },
    },
    {
      ...{ name: "uf", label: w.uf, many, chosen: filter.uf },
      options: choices.ufs.map((value) => ({ value, label: value })),
    },
    {
      ...{ name: "kind", label: w.kind, chosen: filter.kind ? [filter.kind] : [] },
      options: (["order", "return"] as const).map((value) => ({ value, label: w.kinds[value] })),
    },
  ].filter((chip) => chip.options.length > 0);
  return (
    <div className="row">
      <Filters filters={chips}>
        <SearchBox value={filter.q} label={w.officeSearch} />
      </Filters>
      <Between filter={filter} />
    </div>
  );
}

/** From one day to another; both are included. */
function Between({ filter }: { filter: OrderFilter }) {
  const w = useWords(orderWords);
  const common = useWords(commonWords);
  const { search } = useLocation();
  const kept = [...new URLSearchParams(search)].filter(([key]) => !["from", "to", "page"].includes(key));
  return (
    <form method="get" className="row text-sm">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label className="row gap-1.5">
        {w.from}
        <input className="input input-sm w-36" type="date" name="from" defaultValue={filter.from ?? ""} />
      </label>
      <label className="row gap-1.5">
        {w.to}
        <input className="input input-sm w-36" type="date" name="to" defaultValue={filter.to ?? ""} />
      </label>
      <button type="submit" className="btn btn-sm">
        {common.apply}
      </button>
    </form>
  );
}
