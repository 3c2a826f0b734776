import { useLocation } from "@remix-run/react";
import { hrefWith } from "#app/kit/address.ts";
import { Card } from "#app/kit/card.tsx";
import { Count } from "#app/kit/count.tsx";
import { Table } from "#app/kit/table.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { portfolioWords } from "#app/words/portfolio.ts";
import { standingsWords } from "#app/words/standing.ts";

/** What the portfolio is taken apart by on its screen. */
export const partDimensions = ["rep", "supplier", "segment", "uf", "tag"] as const;
export type PartDimension = (typeof partDimensions)[number];

/** One part of the portfolio with its standings. */
export interface Part {
  key: string;
  label: string;
  value: number;
  values: Record<string, number | null>;
}

/** The portfolio by rep, supplier, segment, state or tag; each number leads to its customers. */
export function PortfolioParts({ by, parts }: { by: PartDimension | null; parts: readonly Part[] }) {
  const w = useWords(portfolioWords);
  const standing = useWords(standingsWords);
  const { search } = useLocation();
  const tabs = [
    { key: "", label: w.whole, href: hrefWith(search, { by: null }) },
    ...partDimensions.map((key) => ({ key, label: w.byNames[key], href: hrefWith(search, { by: key }) })),
  ];
  const shown = (part: Part, key: "active" | "recently_inactive" | "long_inactive") => {
    const href = `${hrefWith(search, { [by ?? ""]: part.key, by: null, show: key })}`;
    const count = <Count value={part.values[key] ?? 0} />;
    return by === null || (part.key === "none" && by !== "rep") ? count : <a href={href}>{count}</a>;
  };
  const column = (key: "active" | "recently_inactive" | "long_inactive") => ({
    key,
    head: standing[key],
    number: true,
    cell: (part: Part) => shown(part, key),
  });
  return (
    <Card title={w.by} flush>
      <div className="card-pad">
        <Tabs label={w.by} tabs={tabs} current={by ?? ""} />
      </div>
      {by === null ? null : (
        <Table
          caption={w.byNames[by]}
          rows={parts}
          rowKey={(part) => part.key}
          columns={[
            { key: "label", head: w.byNames[by], cell: (part) => part.label, phone: "title" },
            { key: "total", head: w.total, number: true, cell: (part) => <Count value={part.value} /> },
            column("active"),
            column("recently_inactive"),
            column("long_inactive"),
          ]}
        />
      )}
    </Card>
  );
}
