import { commonWords } from "#app/words/everyday.ts";
import { useWords } from "./words.tsx";

/** The first stop of the keyboard: straight to the content, which has the id `content`. */
export function SkipLink() {
  return (
    <a className="skip" href="#content">
      {useWords(commonWords).skipToContent}
    </a>
  );
}
