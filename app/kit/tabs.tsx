import type { ReactNode } from "react";

/** Sides of one thing as links; the current one is marked. */
export function Tabs({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: readonly { key: string; label: ReactNode; href: string; count?: number }[];
  current: string;
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.key} className="tab" href={tab.href} aria-current={tab.key === current ? "page" : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span className="badge tnum">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
