import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** More about something, folded until asked for. */
export function Disclose({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclose" open={open}>
      <summary>
        <Icon name="right" />
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
