import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { AgendaList } from "#app/backoffice/activities/agenda-list.tsx";
import { approvalsToRemind } from "#app/backoffice/approvals/approvals-waiting.server.ts";
import { ApprovalsWaiting } from "#app/backoffice/approvals/approvals-waiting.tsx";
import { dueActivities } from "#app/domain/activities/agenda.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { dayOf, daysAfter, monthStart } from "#app/domain/period.ts";
import { customersMatching } from "#app/domain/portfolio/filter.server.ts";
import { firstSteps } from "#app/domain/portfolio/first-steps.server.ts";
import { silentCustomers } from "#app/domain/portfolio/silent.server.ts";
import { waitingForStaff } from "#app/domain/portfolio/waiting.server.ts";
import { quotesWaiting } from "#app/domain/quotes/quote-list.server.ts";
import { owingCustomers } from "#app/domain/receivables/owing.server.ts";
import { queueTotals, quietCarts } from "#app/domain/recovery/queue.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Reading } from "#app/kit/reading.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";
import { formatWeekday } from "#app/words/days.ts";
import { morningWords } from "#app/words/morning.ts";
import { formatCents } from "#app/words/numbers.ts";
import { FirstStepsCard } from "./first-steps.tsx";
import { OwingList } from "./owing-list.tsx";
import { QuietCartList } from "./quiet-cart-list.tsx";
import { SilentList } from "./silent-list.tsx";
import { Waiting } from "./waiting.tsx";

const ofTheMonth = ["revenue", "positivation"] as const;
const ofThirtyDays = ["online-share", "cart-abandonment"] as const;
const cartDays = 30;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const asOf = new Date();
  const [settings, locale] = await Promise.all([settingsAsOf(asOf), localeOf(request)]);
  const among = customersMatching({}, scope, asOf, settings);
  const today = dayOf(asOf);
  const to = daysAfter(today, 1);
  const days30 = { from: daysAfter(to, -cartDays), to };
  const month = { from: monthStart(today), to };
  const reading = (key: string, period: { from: string; to: string }) =>
    read(key, { scope, ...period, asOf, filter: {} }, locale);
  const [carts, totals, approvals, silent, owing, due, quotes, waiting, steps, ...readings] = await Promise.all([
    quietCarts(among, days30, "waiting", asOf, settings, { limit: 6, offset: 0 }),
    queueTotals(among, days30, asOf, settings),
    approvalsToRemind(scope, null, asOf),
    silentCustomers(among, settings, asOf, 6),
    owingCustomers(scope, today, 5),
    dueActivities(scope, today, asOf, 8),
    quotesWaiting(scope),
    scope.repId === null ? waitingForStaff(asOf) : null,
    isPermitted(user.role, "settings") ? firstSteps(settings) : null,
    ...ofTheMonth.map((key) => reading(key, month)),
    ...ofThirtyDays.map((key) => reading(key, days30)),
  ]);
  const tiles = readings.map(({ key, name, definition, unit, value, previous, from, to }) => {
    const isMonth = (ofTheMonth as readonly string[]).includes(key);
    return { key, name, definition, unit, value, previous, from, to, isMonth };
  });
  const hour = Number(
    new Intl.DateTimeFormat("en", { timeZone: "America/Sao_Paulo", hour: "2-digit", hourCycle: "h23" }).format(asOf),
  );
  const part = hour < 12 ? ("morning" as const) : hour < 18 ? ("afternoon" as const) : ("evening" as const);
  return {
    carts,
    totals,
    approvals,
    silent,
    owing,
    due,
    quotes: quotes.count,
    waiting,
    steps,
    tiles,
    today,
    asOf,
    part,
    name: user.name,
    isRep: scope.repId !== null,
  };
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export default function Morning() {
  const {
    carts,
    totals,
    approvals,
    silent,
    owing,
    due,
    quotes,
    waiting,
    steps,
    tiles,
    today,
    asOf,
    part,
    name,
    isRep,
  } = useLoaderData<typeof loader>();
  const w = useWords(morningWords);
  const agenda = useWords(activityWords);
  const locale = useLocale();
  const day = capitalised(formatWeekday(today, locale));
  return (
    <div className="page">
      <PageHeader
        title={w.hello(name.split(" ")[0] ?? name, part)}
        lead={isRep ? w.leadRep(day) : w.leadManager(day)}
        actions={
          <ButtonLink look="primary" icon="plus" href={`${paths.office.visits()}#plan`}>
            {agenda.plan}
          </ButtonLink>
        }
      />
      {steps ? <FirstStepsCard steps={steps} /> : null}
      <section className="tiles" aria-label={isRep ? w.readings : w.readingsCompany}>
        {tiles.map((tile) => (
          <Reading
            key={tile.key}
            reading={{
              ...tile,
              better: tile.key === "cart-abandonment" ? "less" : "more",
              period: tile.isMonth ? w.thisMonth : w.lastDays(cartDays),
              href: paths.office.indicator(tile.key, { from: tile.from, to: tile.to }),
            }}
          />
        ))}
      </section>
      {waiting || quotes > 0 ? <Waiting waiting={waiting} quotes={quotes} /> : null}
      <ApprovalsWaiting rows={approvals} asOf={asOf} hasCustomer />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <Card
          flush
          title={w.carts}
          actions={
            <a className="link text-sm" href={paths.office.recovery()}>
              {w.seeAll}
            </a>
          }
        >
          {carts.length > 0 ? (
            <>
              <p className="px-4 pt-3 pb-2 text-sm text-muted">
                {w.cartsTotal(totals.waiting.carts, formatCents(totals.waiting.valueCents, locale))} ·{" "}
                {w.lastDays(cartDays)}
              </p>
              <QuietCartList carts={carts} asOf={asOf} />
            </>
          ) : (
            <p className="p-4 text-sm text-muted">{w.cartsEmpty}</p>
          )}
        </Card>
        <div className="stack">
          <Card
            flush
            title={w.due}
            actions={
              <a className="link text-sm" href={paths.office.agenda()}>
                {w.seeAll}
              </a>
            }
          >
            {due.length > 0 ? (
              <AgendaList items={due} isLong showPerson={!isRep} />
            ) : (
              <p className="p-4 text-sm text-muted">{w.dueEmpty}</p>
            )}
          </Card>
          <Card
            flush
            title={w.owing}
            actions={
              <a className="link text-sm" href={paths.office.receivables({ state: "overdue" })}>
                {w.seeAll}
              </a>
            }
          >
            <p className="px-4 pt-3 pb-2 text-sm text-muted">
              {owing.customers > 0 ? w.owingTotal(owing.customers, formatCents(owing.cents, locale)) : w.owingEmpty}
            </p>
            {owing.rows.length > 0 ? <OwingList rows={owing.rows} repName={name} /> : null}
          </Card>
        </div>
      </div>
      <Card
        flush
        title={w.silent}
        actions={
          <a className="link text-sm" href={paths.office.customers({ sort: "-days" })}>
            {w.seeAll}
          </a>
        }
      >
        <p className="px-4 pt-3 pb-2 text-sm text-muted">{silent.length > 0 ? w.silentLead : w.silentEmpty}</p>
        {silent.length > 0 ? <SilentList rows={silent} today={today} repName={name} /> : null}
      </Card>
    </div>
  );
}
