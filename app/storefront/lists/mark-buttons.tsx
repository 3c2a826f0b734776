import { Icon } from "#app/kit/icon.tsx";
import type { listWords } from "#app/words/lists.ts";

/** The words of lists in one language, handed down so that 24 cards do not look them up. */
export type ListWords = (typeof listWords)["pt-BR"];

/** The id of the one form of the page that all marks are sent by (`keeping-in-place.tsx`). */
export const marksForm = "marks";

interface Marked {
  sku: string;
  name: string;
  w: ListWords;
}

/** The star of a product: one small button a card, which sends the form of the page. */
export function Star({ sku, name, isFavourite, w }: Marked & { isFavourite: boolean }) {
  return (
    <button
      type="submit"
      form={marksForm}
      name={isFavourite ? "unfavour" : "favour"}
      value={sku}
      className="star"
      aria-label={w.favourite(name)}
      aria-pressed={isFavourite}
    />
  );
}

/** Asks to be told when a product is back, or no longer. */
export function TellMe({ sku, name, isAwaited, w }: Marked & { isAwaited: boolean }) {
  return (
    <button
      type="submit"
      form={marksForm}
      name={isAwaited ? "untell" : "tell"}
      value={sku}
      className={isAwaited ? "btn btn-quiet tell-me" : "btn tell-me"}
      aria-label={isAwaited ? w.toldOf(name) : w.tellOf(name)}
    >
      <Icon name={isAwaited ? "check" : "bell"} />
      {isAwaited ? w.told : w.tell}
    </button>
  );
}
