import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { conditionWords } from "#app/words/conditions.ts";
import { pricingWords } from "#app/words/pricing.ts";

/** From one of the screens that make prices to the others. */
export function PricingTabs({ current }: { current: "tables" | "promotions" | "terms" | "taxes" }) {
  const w = useWords(pricingWords);
  const c = useWords(conditionWords);
  const tabs = [
    { key: "tables", label: w.priceTables, href: paths.office.priceTables() },
    { key: "promotions", label: c.promotions, href: paths.office.promotions() },
    { key: "terms", label: c.terms, href: paths.office.paymentTerms() },
    { key: "taxes", label: c.taxes, href: paths.office.taxes() },
  ];
  return <Tabs label={w.whatMakesPrices} tabs={tabs} current={current} />;
}
