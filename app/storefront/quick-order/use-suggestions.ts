import { useEffect, useState } from "react";
import { paths } from "#app/paths.ts";

/** A product that comes to mind while a line is typed. */
export interface Suggestion {
  sku: string;
  name: string;
  unit: string;
  packMultiple: number;
  least: number;
  unitPriceE4: number;
  available: number;
  bought: number;
}

const pauseMs = 120;

/** What the shop has for the words that are being typed; null while nothing was asked. */
export function useSuggestions(wanted: string): Suggestion[] | null {
  const [found, setFound] = useState<Suggestion[] | null>(null);
  const q = wanted.trim();
  useEffect(() => {
    if (q.length < 2) return setFound(null);
    const stop = new AbortController();
    const wait = setTimeout(() => {
      fetch(paths.quickOrderProducts(q), { signal: stop.signal, headers: { Accept: "application/json" } })
        .then((answer) => (answer.ok ? answer.json() : { products: [] }))
        .then((said: { products: Suggestion[] }) => setFound(said.products))
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [q]);
  return q.length < 2 ? null : found;
}
