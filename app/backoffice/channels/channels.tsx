import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { CustomerFilters } from "#app/backoffice/customers/customer-filters.tsx";
import { NoCustomers } from "#app/backoffice/customers/no-customers.tsx";
import { costToServe } from "#app/domain/channels/channel.ts";
import { channelPeriod, servedCustomers, summarised } from "#app/domain/channels/channels.server.ts";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { asksNothing, customerFilterShape } from "#app/domain/customers/filter.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { daysAfter } from "#app/domain/period.ts";
import { customersMatching } from "#app/domain/portfolio/filter.server.ts";
import { searchOf } from "#app/http/search.ts";
import { Card } from "#app/kit/card.tsx";
import { ChartQuadrant } from "#app/kit/chart-quadrant.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { channelWords } from "#app/words/channels.ts";
import { formatDay } from "#app/words/days.ts";
import { formatBasisPoints, formatCents } from "#app/words/numbers.ts";
import { ChannelTable } from "./channel-table.tsx";
import { ServedTable } from "./served-table.tsx";

const asked = customerFilterShape.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
const pageSize = 50;
const mostDots = 300;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const { page, ...filter } = searchOf(request, asked).value;
  const asOf = new Date();
  const settings = await settingsAsOf(asOf);
  const [served, choices] = await Promise.all([
    servedCustomers(customersMatching(filter, scope, asOf, settings), asOf, settings),
    filterChoices(scope, filter),
  ]);
  const dots = served.filter((one) => one.valueCents > 0).slice(0, mostDots);
  return {
    channels: summarised(served),
    dots: dots.map(({ customerId, name, valueCents, costCents, channel }) => ({
      customerId,
      name,
      valueCents,
      costCents,
      channel,
    })),
    rows: served.slice((page - 1) * pageSize, page * pageSize),
    total: served.length,
    page,
    filter,
    choices,
    period: channelPeriod(asOf),
    costs: {
      visitCents: costToServe(1, 0, settings),
      callCents: costToServe(0, 1, settings),
      marginBasisPoints: settings.marginBasisPoints,
    },
    maySet: isPermitted(user.role, "settings"),
  };
}

const fills = { online: 1, visited: 2, hybrid: 3, dormant: 4 } as const;

export default function Channels() {
  const { channels, dots, rows, total, page, filter, choices, period, costs, maySet } = useLoaderData<typeof loader>();
  const w = useWords(channelWords);
  const locale = useLocale();
  const inUse = channels.filter((one) => dots.some((dot) => dot.channel === one.channel));
  return (
    <div className="page">
      <PageHeader title={w.channels} lead={w.lead(formatDay(period.from), formatDay(daysAfter(period.to, -1)))} />
      <CustomerFilters filter={filter} choices={choices} />
      {total === 0 ? (
        <Card>
          <NoCustomers isFiltered={!asksNothing(filter)} mayAssign={maySet} />
        </Card>
      ) : (
        <>
          <Card title={w.side} flush foot={<Disclose summary={w.howTitle}>{w.how}</Disclose>}>
            <ChannelTable channels={channels} />
          </Card>
          {dots.length > 0 ? (
            <Card title={w.picture}>
              <p className="mb-3 text-sm text-muted">{w.pictureLead}</p>
              <ChartQuadrant
                label={w.picture}
                dots={dots.map((dot) => ({
                  key: String(dot.customerId),
                  label: dot.name,
                  x: dot.valueCents,
                  y: dot.costCents,
                  group: dot.channel,
                  href: paths.office.customer(dot.customerId),
                }))}
                x={{ label: w.value, unit: "cents" }}
                y={{ label: w.cost, unit: "cents" }}
                groups={inUse.map(({ channel }) => ({ key: channel, label: w.names[channel], fill: fills[channel] }))}
              />
              <p className="mt-3 text-sm text-muted">
                {w.assumptions(
                  formatCents(costs.visitCents, locale),
                  formatCents(costs.callCents, locale),
                  formatBasisPoints(costs.marginBasisPoints, locale),
                )}{" "}
                {maySet ? (
                  <a className="link" href={paths.office.settings()}>
                    {w.openSettings}
                  </a>
                ) : null}
              </p>
            </Card>
          ) : null}
          <Card title={w.list} flush>
            <ServedTable rows={rows} />
          </Card>
          <Pagination page={page} pageSize={pageSize} total={total} />
        </>
      )}
    </div>
  );
}
