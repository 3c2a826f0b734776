import type { ReactNode } from "react";

/** A list of links or small forms behind a button; opens without JavaScript. Fill it with `menu-item` links and buttons. */
export function Menu({
  label,
  ariaLabel,
  className = "btn",
  side = "right",
  children,
}: {
  label: ReactNode;
  ariaLabel?: string;
  className?: string;
  side?: "left" | "right";
  children: ReactNode;
}) {
  return (
    <details className="menu">
      <summary className={className} aria-label={ariaLabel}>
        {label}
      </summary>
      <div className={side === "left" ? "menu-panel menu-panel-left" : "menu-panel"}>{children}</div>
    </details>
  );
}
