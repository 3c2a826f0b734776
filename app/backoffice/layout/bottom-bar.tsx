import type { StaffRole } from "#app/access/permissions.ts";
import { Icon } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { officeFrameWords } from "#app/words/frames.ts";
import { Sections } from "./rail.tsx";
import { isIn, type SectionKey, sectionsFor } from "./sections.ts";

const underThumb: readonly SectionKey[] = ["morning", "customers", "recovery", "agenda"];

/** The rep's day under one thumb, on narrow screens; the rest is one touch away. */
export function BottomBar({ role, pathname }: { role: StaffRole; pathname: string }) {
  const w = useWords(officeFrameWords);
  const sections = sectionsFor(role).flatMap((group) => group.sections);
  return (
    <nav className="bottom-bar" aria-label={w.main}>
      {underThumb.map((key) => {
        const section = sections.find((one) => one.key === key);
        return section ? (
          <a key={key} href={section.href} aria-current={isIn(section, pathname) ? "page" : undefined}>
            <Icon name={section.icon} />
            {key === "recovery" ? w.recoveryShort : w[key]}
          </a>
        ) : null;
      })}
      <details>
        <summary>
          <Icon name="menu" />
          {w.more}
        </summary>
        <div className="drawer">
          <Sections role={role} pathname={pathname} />
        </div>
      </details>
    </nav>
  );
}
