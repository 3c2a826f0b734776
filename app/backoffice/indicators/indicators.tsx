import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { register } from "#app/domain/indicators/register.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { indicatorWords } from "#app/words/indicators.ts";

const groups = ["portfolio", "sales", "storefront", "channels", "activities"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireStaff(request, "indicators");
  const locale = await localeOf(request, user.locale);
  return register.map(({ key, name, sentence, unit, over, group }) => ({
    key,
    unit,
    over,
    group,
    name: name[locale],
    sentence: sentence[locale],
  }));
}

export default function Indicators() {
  const indicators = useLoaderData<typeof loader>();
  const w = useWords(indicatorWords);
  return (
    <div className="page">
      <PageHeader title={w.indicators} lead={w.lead} />
      {groups.map((group) => (
        <Card key={group} title={w.groups[group]}>
          <ul className="stack">
            {indicators
              .filter((indicator) => indicator.group === group)
              .map((indicator) => (
                <li key={indicator.key} className="flex flex-col gap-0.5">
                  <span className="row">
                    <a className="font-medium" href={paths.office.indicator(indicator.key)}>
                      {indicator.name}
                    </a>
                    <Badge>{w.units[indicator.unit]}</Badge>
                    <span className="faint text-sm">{w[indicator.over]}</span>
                  </span>
                  <span className="text-sm text-muted">{indicator.sentence}</span>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
