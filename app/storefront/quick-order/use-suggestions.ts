import { useTypedAnswer } from "#app/kit/use-typed-answer.ts";
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

/** What the shop has for the words that are being typed; null while nothing was asked. */
export function useSuggestions(wanted: string): Suggestion[] | null {
  const q = wanted.trim();
  const answer = useTypedAnswer<{ products: Suggestion[] }>(q.length < 2 ? null : paths.quickOrderProducts(q));
  return answer?.products ?? null;
}
