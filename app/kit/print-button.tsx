import { type ReactNode, useEffect, useState } from "react";

/** Prints the page; where no script runs the browser's own way to print is left, and no button that does nothing is shown. */
export function PrintButton({ look = "primary", children }: { look?: "primary" | "plain"; children: ReactNode }) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!isAlive) return null;
  return (
    <button type="button" className={look === "primary" ? "btn btn-primary" : "btn"} onClick={() => window.print()}>
      {children}
    </button>
  );
}
