import type { StaffRole } from "#app/access/permissions.ts";
import { Icon } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { officeFrameWords } from "#app/words/frames.ts";
import { isIn, sectionsFor } from "./sections.ts";

/** The office's sections on the left of wide screens. */
export function Rail({
  company,
  logo,
  role,
  pathname,
}: {
  company: string;
  logo: string | null;
  role: StaffRole;
  pathname: string;
}) {
  return (
    <aside className="rail" aria-label={company}>
      <a className="rail-name" href={paths.office.morning()}>
        {logo ? <img src={logo} alt={company} /> : <span className="truncate">{company}</span>}
      </a>
      <Sections role={role} pathname={pathname} />
    </aside>
  );
}

/** The sections a role may enter, as links; used by the rail and by the phone's drawer. */
export function Sections({ role, pathname }: { role: StaffRole; pathname: string }) {
  const w = useWords(officeFrameWords);
  return (
    <nav className="rail-nav" aria-label={w.main}>
      {sectionsFor(role).map((group) => [
        group.name ? <h2 key={group.name}>{w[group.name]}</h2> : null,
        ...group.sections.map((section) => (
          <a key={section.key} href={section.href} aria-current={isIn(section, pathname) ? "page" : undefined}>
            <Icon name={section.icon} />
            {w[section.key]}
          </a>
        )),
      ])}
    </nav>
  );
}
