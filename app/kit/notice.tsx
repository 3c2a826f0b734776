import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const looks = {
  info: ["notice", "info"],
  good: ["notice notice-good", "success"],
  warn: ["notice notice-warn", "warn"],
  bad: ["notice notice-bad", "danger"],
} as const satisfies Record<string, readonly [string, IconName]>;

/** A sentence the reader should not miss. Bad news interrupts those who hear the page. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const [className, icon] = looks[tone];
  return (
    <div className={className} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={icon} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
