import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface Look {
  look?: "plain" | "primary" | "quiet" | "danger";
  size?: "sm" | "lg";
  icon?: IconName;
  children?: ReactNode;
}

const lookClass = { plain: "", primary: " btn-primary", quiet: " btn-quiet", danger: " btn-danger" };

function classOf({ look = "plain", size, icon, children }: Look, more?: string): string {
  const only = icon && !children ? " btn-icon" : "";
  return `btn${lookClass[look]}${size ? ` btn-${size}` : ""}${only}${more ? ` ${more}` : ""}`;
}

/** A button that does something; one primary to a screen. With an icon alone, give it `aria-label`. */
export function Button({
  look,
  size,
  icon,
  children,
  className,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="submit" {...rest} className={classOf({ look, size, icon, children }, className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** A link that looks like a button; it goes somewhere and changes nothing. */
export function ButtonLink({
  look,
  size,
  icon,
  children,
  className,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={classOf({ look, size, icon, children }, className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}
