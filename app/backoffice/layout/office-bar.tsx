import { CommandPalette } from "#app/kit/command-palette.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { LanguageSwitch } from "#app/kit/language-switch.tsx";
import { Menu } from "#app/kit/menu.tsx";
import { ThemeSwitch } from "#app/kit/theme-switch.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { officeFrameWords } from "#app/words/frames.ts";
import type { OfficeFrame } from "./layout.tsx";
import { screensFor } from "./sections.ts";

/** The search over everything, and the person at the keys. */
export function OfficeBar({ frame, backTo }: { frame: OfficeFrame; backTo: string }) {
  const w = useWords(officeFrameWords);
  const screens = screensFor(frame.role).map(({ key, href }) => ({ group: w.screens, label: w[key], href }));
  return (
    <header className="office-bar">
      <CommandPalette
        action={paths.office.search()}
        fallback={paths.office.customers()}
        screens={screens}
        words={{ label: w.searchEverything, short: w.search, nothing: w.nothingFound, hint: w.moveHint }}
      />
      <div className="ml-auto flex items-center gap-1">
        {frame.actingAs ? (
          <a className="btn btn-sm" href={paths.home()}>
            <Icon name="store" />
            <span className="max-w-40 truncate max-lg:hidden">{w.actingAs(frame.actingAs)}</span>
          </a>
        ) : null}
        <Menu
          className="btn btn-quiet btn-sm"
          ariaLabel={frame.name}
          label={
            <>
              <Icon name="user" />
              <span className="max-lg:hidden">{frame.name}</span>
            </>
          }
        >
          <p className="px-2.5 py-1.5 text-sm text-muted">
            {frame.name}
            <br />
            {frame.email}
          </p>
          <a className="menu-item" href={paths.office.account()}>
            <Icon name="user" />
            {w.ownAccount}
          </a>
          <div className="stack-sm px-2.5 py-2">
            <LanguageSwitch action={paths.preferences()} backTo={backTo} />
            <ThemeSwitch action={paths.preferences()} theme={frame.theme} backTo={backTo} />
          </div>
          <form method="post" action={paths.signOut()}>
            <button type="submit" className="menu-item">
              <Icon name="out" />
              {w.signOut}
            </button>
          </form>
        </Menu>
      </div>
    </header>
  );
}
