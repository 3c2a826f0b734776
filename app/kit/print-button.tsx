import { type ReactNode, useEffect, useState } from "react";

/** Prints the page; where no script runs the browser's own way to print is left, and no button that does nothing is shown. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!isAlive) return null;
  return (
    <button type="button" className="btn btn-primary" onClick={() => window.print()}>
      {children}
    </button>
  );
}
