import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { CSSProperties, ReactNode } from "react";
import { findsPlaces } from "#app/domain/customers/places.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { preferencesOf } from "#app/http/preference-cookie.ts";
import { brandStyle } from "#app/kit/brand.ts";
import { FailurePage } from "#app/kit/failure-page.tsx";
import { MenuManners } from "#app/kit/menu-manners.tsx";
import { useNonce } from "#app/kit/nonce.ts";
import theme from "#app/kit/theme.css?url";
import { LocaleProvider } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: theme },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icon-180.png" },
  { rel: "manifest", href: paths.manifest() },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.company ?? "Carteira" }];

/** Language, look and brand of every page; open to strangers, so it tells nothing about anybody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const settings = await settingsAsOf(new Date());
  return {
    locale: localeOf(request),
    theme: preferencesOf(request).theme,
    company: settings.companyName,
    logo: settings.logo,
    accent: settings.accent,
    findsPlaces,
    requestId: context.requestId,
  };
}

/** Language, look and brand change with a whole page only, so a move inside the site does not ask again. */
export const shouldRevalidate = () => false;

/** The page around every page, also around the one that says something broke. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  const locale = data?.locale ?? "pt-BR";
  return (
    <html
      lang={locale}
      data-theme={data?.theme === "system" ? undefined : data?.theme}
      style={brandStyle(data?.accent) as CSSProperties}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider value={locale}>{children}</LocaleProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <>
      <Outlet />
      <MenuManners />
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <FailurePage status={status} requestId={data?.requestId} home={paths.home()} />;
}
