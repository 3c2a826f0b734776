import type { LoaderFunctionArgs } from "@remix-run/node";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import theme from "#app/kit/theme.css?url";
import { isLocale } from "#app/words/locale.ts";
import { OfflinePage } from "./offline-page.tsx";

/** The page that a browser keeps and shows when the shop cannot be reached, in the language asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { companyName, accent } = await settingsAsOf(new Date());
  const asked = new URL(request.url).searchParams.get("language");
  const locale = isLocale(asked) ? asked : localeOf(request);
  const page = createElement(OfflinePage, { locale, company: companyName, accent, style: theme });
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}
