import { useLocation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { LanguageSwitch } from "#app/kit/language-switch.tsx";
import { SkipLink } from "#app/kit/skip-link.tsx";
import { paths } from "#app/paths.ts";

/** The company's logo, or its name where there is none. */
export function CompanyMark() {
  const root = useRouteLoaderData("root") as { company?: string; logo?: string | null } | undefined;
  const company = root?.company ?? "Carteira";
  return root?.logo ? <img src={root.logo} alt={company} className="max-h-12 w-auto max-w-full" /> : company;
}

/** The page around the gate: the company's mark, one narrow column, and the two languages; on wide screens something beside it. */
export function GateFrame({
  title,
  lead,
  aside,
  children,
}: {
  title: string;
  lead?: string;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const { pathname, search } = useLocation();
  return (
    <div className={aside ? "lg:grid lg:grid-cols-2" : undefined}>
      <SkipLink />
      {aside}
      <div className="grid min-h-dvh grid-rows-[1fr_auto] gap-6 px-4 py-6">
        <main id="content" className="mx-auto grid w-full max-w-md content-center gap-6">
          <p className={`text-md font-semibold tracking-tight${aside ? " lg:hidden" : ""}`}>
            <a href={paths.signIn()} className="link-plain">
              <CompanyMark />
            </a>
          </p>
          <div className="card grid gap-5 p-5 sm:p-7">
            <header className="stack-sm">
              <h1>{title}</h1>
              {lead ? <p className="text-muted">{lead}</p> : null}
            </header>
            {children}
          </div>
        </main>
        <footer className="mx-auto">
          <LanguageSwitch action={paths.preferences()} backTo={`${pathname}${search}`} />
        </footer>
      </div>
    </div>
  );
}
