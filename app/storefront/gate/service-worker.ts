import type { LoaderFunctionArgs } from "@remix-run/node";
import { localeOf } from "#app/http/locale.server.ts";
import theme from "#app/kit/theme.css?url";
import { paths } from "#app/paths.ts";
import { isLocale } from "#app/words/locale.ts";

/**
 * The program a browser runs beside the shop. It keeps two things, the offline page and its style, and answers with them only when
 * a page cannot be reached. Nothing else is ever kept: no price, no cart, no page of a signed-in person.
 */
const program = (page: string, style: string) => `const kept = ${JSON.stringify(`offline ${page} ${style}`)};
const page = ${JSON.stringify(page)};
const style = ${JSON.stringify(style)};
addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll([page, style])));
});
addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== kept) await caches.delete(name);
    await registration.navigationPreload?.enable();
    await clients.claim();
  })());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const isStyle = request.url === new URL(style, location.href).href;
  if (request.method !== "GET" || (request.mode !== "navigate" && !isStyle)) return;
  event.respondWith((async () => {
    try {
      return (await event.preloadResponse) ?? (await fetch(request));
    } catch (unreachable) {
      const answer = await caches.match(isStyle ? style : page);
      if (!answer) throw unreachable;
      if (isStyle) return answer;
      const text = (await answer.text()).replace('href=${JSON.stringify(paths.home())}', () => 'href="' + request.url + '"');
      return new Response(text, { headers: answer.headers });
    }
  })());
});
`;

/** The program, for the reader's language; asked anew by the browser at each visit. */
export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("language");
  const language = isLocale(asked) ? asked : localeOf(request);
  return new Response(program(paths.offline(language), theme), {
    headers: { "Content-Type": "text/javascript; charset=utf-8" },
  });
}
