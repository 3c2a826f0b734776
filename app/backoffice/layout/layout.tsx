import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { paymentNews } from "#app/domain/payments/news.server.ts";
import { preferencesOf } from "#app/http/preference-cookie.ts";
import { SkipLink } from "#app/kit/skip-link.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { OfficeBar } from "./office-bar.tsx";
import { PaymentBanner } from "./payment-banner.tsx";
import { Rail } from "./rail.tsx";

/** What the frame shows on every page of the office. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user, actingAs, scope } = await requireStaff(request, "portfolio");
  const at = new Date();
  const [settings, payments] = await Promise.all([settingsAsOf(at), paymentNews(scope, at)]);
  return {
    name: user.name,
    email: user.email,
    role: user.role,
    company: settings.companyName,
    logo: settings.logo,
    actingAs: actingAs?.tradeName ?? null,
    payments,
    mayDecide: isPermitted(user.role, "credit"),
    theme: preferencesOf(request).theme,
  };
}

export type OfficeFrame = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OfficeLayout() {
  const frame = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <>
      <SkipLink />
      <div className="office">
        <Rail company={frame.company} logo={frame.logo} role={frame.role} pathname={pathname} />
        <div className="min-w-0">
          <OfficeBar frame={frame} backTo={`${pathname}${search}`} />
          <main id="content" className="office-main">
            {frame.payments ? <PaymentBanner news={frame.payments} mayDecide={frame.mayDecide} /> : null}
            <Outlet />
          </main>
        </div>
      </div>
      <BottomBar role={frame.role} pathname={pathname} />
    </>
  );
}
