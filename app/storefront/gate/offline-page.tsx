import type { CSSProperties } from "react";
import { brandStyle } from "#app/kit/brand.ts";
import { paths } from "#app/paths.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { offlineWords } from "#app/words/offline.ts";

/** The page a browser keeps for when the shop cannot be reached: no script, nothing of anybody. Its link leads home, or where whoever shows it says. */
export function OfflinePage(props: { locale: Locale; company: string; accent: string; style: string }) {
  const w = wordsOf(offlineWords, props.locale);
  return (
    <html lang={props.locale} style={brandStyle(props.accent) as CSSProperties}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${w.title} · ${props.company}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={props.style} />
      </head>
      <body>
        <main id="content" className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-4 py-6">
          <p className="text-md font-semibold tracking-tight">{props.company}</p>
          <div className="card grid gap-4 p-5 sm:p-7">
            <h1>{w.title}</h1>
            <p className="text-muted">{w.lead}</p>
            <p>
              <a className="btn btn-primary" href={paths.home()}>
                {w.again}
              </a>
            </p>
          </div>
        </main>
      </body>
    </html>
  );
}
