import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** One thing that happened. */
export interface Happening {
  key: string | number;
  icon: IconName;
  title: ReactNode;
  /** When, already said: use `Ago` or `MomentShown`. */
  when?: ReactNode;
  body?: ReactNode;
  /** On a course with an end: what is behind, what is still to come, and where it ended badly. */
  mark?: "done" | "ahead" | "bad";
  /** Where it stands now. */
  isCurrent?: boolean;
}

/** What happened, in order, on one line. */
export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <ol className="timeline">
      {happenings.map((one) => (
        <li key={one.key} data-mark={one.mark} aria-current={one.isCurrent ? "step" : undefined}>
          <span className="timeline-mark">
            <Icon name={one.icon} />
          </span>
          <div className="min-w-0 pt-0.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span>{one.title}</span>
              {one.when ? <span className="faint">{one.when}</span> : null}
            </div>
            {one.body ? <div className="mt-0.5 text-sm text-muted">{one.body}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
