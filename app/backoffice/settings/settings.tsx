import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { secondFactorsOfStaff } from "#app/access/team.server.ts";
import { decisionsAboutSettings, settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { fitOf } from "#app/domain/portfolio/fit.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { settingsWords } from "#app/words/settings.ts";
import { AccessSide } from "./access-side.tsx";
import { BrandSide } from "./brand-side.tsx";
import { CostsSide } from "./costs-side.tsx";
import { CreditSide } from "./credit-side.tsx";
import { Decisions } from "./decisions.tsx";
import { PortfolioSide } from "./portfolio-side.tsx";
import { QuotesSide } from "./quotes-side.tsx";
import { SellingSide } from "./selling-side.tsx";
import { decide } from "./settings-act.server.ts";
import { settingsForms, settingsSides } from "./settings-shapes.ts";

const asked = z.object({
  tab: z.enum(settingsSides).default("brand"),
  days: z.coerce.number().int().min(1).max(730).optional(),
  saved: z.literal("1").optional(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "settings");
  const { tab, days, saved } = searchOf(request, asked).value;
  const asOf = new Date();
  const settings = await settingsAsOf(asOf);
  const isDated = tab === "portfolio" || tab === "costs" || tab === "credit";
  const [fit, decisions] = await Promise.all([
    tab === "portfolio" ? fitOf(settings, days ?? null, asOf) : null,
    isDated ? decisionsAboutSettings() : [],
  ]);
  const staff = tab === "access" ? await secondFactorsOfStaff() : { people: 0, withFactor: 0 };
  return { tab, settings, fit, tried: days ?? null, decisions, today: dayOf(asOf), isSaved: saved === "1", staff };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "settings");
  const form = await formOf(request, settingsForms);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    await decide(scope, form.value, new Date());
    return seeOther(paths.office.settings({ tab: searchOf(request, asked).value.tab, saved: 1 }));
  });
}

export default function Settings() {
  const { tab, settings, fit, tried, decisions, today, isSaved, staff } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(settingsWords);
  const tabs = settingsSides.map((key) => ({ key, label: w.sides[key], href: paths.office.settings({ tab: key }) }));
  return (
    <div className="page">
      <PageHeader title={w.settings} lead={w.lead} />
      <Tabs label={w.settings} tabs={tabs} current={tab} />
      {isSaved && !answer ? <Notice tone="good">{w.saved}</Notice> : null}
      {tab === "brand" ? <BrandSide settings={settings} answer={answer} /> : null}
      {fit ? <PortfolioSide settings={settings} fit={fit} tried={tried} today={today} answer={answer} /> : null}
      {tab === "costs" ? <CostsSide settings={settings} today={today} answer={answer} /> : null}
      {tab === "selling" ? <SellingSide settings={settings} answer={answer} /> : null}
      {tab === "quotes" ? <QuotesSide settings={settings} answer={answer} /> : null}
      {tab === "access" ? <AccessSide settings={settings} {...staff} answer={answer} /> : null}
      {tab === "credit" ? <CreditSide settings={settings} today={today} answer={answer} /> : null}
      {tab === "portfolio" || tab === "costs" || tab === "credit" ? <Decisions decisions={decisions} /> : null}
    </div>
  );
}
