import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { aisles } from "#app/domain/catalog/catalog.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { aboutTextsIn } from "#app/domain/customers/settings.ts";
import { packed } from "#app/http/packed.ts";
import { preferencesOf } from "#app/http/preference-cookie.ts";
import { SkipLink } from "#app/kit/skip-link.tsx";
import { AddedNotice } from "#app/storefront/carts/added-notice.tsx";
import { AddingInPlace } from "#app/storefront/carts/adding-in-place.tsx";
import { addedIn } from "#app/storefront/carts/just-added.ts";
import { KeepingInPlace } from "#app/storefront/lists/keeping-in-place.tsx";
import { ActingBar } from "./acting-bar.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

/** What the frame shows on every page of the shop; kept tiny, for every page pays for it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user, customer, actingUser, cart, credit, approvalsWaiting } = await requireBuyer(request);
  const [settings, { categories }] = await Promise.all([settingsAsOf(new Date()), aisles()]);
  const { added, headers } = addedIn(request);
  const frame = {
    name: user.name,
    customer: customer.tradeName,
    actingAs: actingUser?.name ?? null,
    cart,
    approvalsWaiting,
    credit,
    added,
    categories: packed(categories.map(({ key, name }) => ({ key, name }))),
    company: settings.companyName,
    logo: settings.logo,
    banner: settings.bannerText,
    foot: {
      texts: aboutTextsIn(settings),
      text: settings.footerText,
      phone: settings.contactPhone,
      email: settings.contactEmail,
    },
    theme: preferencesOf(request).theme,
  };
  return data(frame, { headers });
}

export type ShopFrame = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ShopLayout() {
  const frame = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <>
      <SkipLink />
      {frame.actingAs ? <ActingBar customer={frame.customer} rep={frame.actingAs} /> : null}
      {frame.banner ? <aside className="shop-banner">{frame.banner}</aside> : null}
      <Header frame={frame} pathname={pathname} search={search} />
      {frame.added ? <AddedNotice added={frame.added} /> : null}
      <main id="content" className="shop-wide shop-main">
        <Outlet />
      </main>
      <AddingInPlace />
      <KeepingInPlace />
      <Footer frame={frame} backTo={`${pathname}${search}`} />
      <BottomBar pathname={pathname} lines={frame.cart.lines} />
    </>
  );
}
