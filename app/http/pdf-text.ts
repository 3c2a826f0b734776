/** What Windows-1252 has beyond Latin-1: the characters that the fonts every reader of PDF brings can show as well. */
const beyondLatin1 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/** Characters that mean the same in another way. */
const saidOtherwise: Record<string, string> = {
  "\t": " ",
  "\u00a0": " ",
  "\u00ad": "",
  "\u2007": " ",
  "\u2009": " ",
  "\u200b": "",
  "\u202f": " ",
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "–",
  "\u2192": "›",
  "\u2190": "‹",
  "\u2264": "<=",
  "\u2265": ">=",
  "\ufeff": "",
};

const isShown = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa1 && code <= 0xff) || beyondLatin1.includes(letter);
};

/** A text as the fonts of a PDF can show it: Portuguese whole, foreign accents taken off, what is left over as a question mark. */
export function printable(text: string): string {
  let shown = "";
  for (const letter of text.normalize("NFC")) {
    if (letter === "\n" || isShown(letter)) shown += letter;
    else if (Object.hasOwn(saidOtherwise, letter)) shown += saidOtherwise[letter];
    else if (!/\p{Cc}|\p{M}/u.test(letter)) {
      const bare = letter.normalize("NFKD").replace(/\p{M}/gu, "");
      shown += bare !== "" && [...bare].every(isShown) ? bare : "?";
    }
  }
  return shown;
}

/**
 * Cuts a text into lines no wider than `width`; a word that is wider alone is cut where it must be. Beyond `most` lines the rest
 * is given up, and dots say so.
 */
export function linesWithin(
  text: string,
  width: number,
  widthOf: (piece: string) => number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  for (const paragraph of printable(text).split("\n")) {
    let line = "";
    for (let word of paragraph.split(/ +/)) {
      if (line !== "" && widthOf(`${line} ${word}`) > width) {
        lines.push(line);
        line = "";
      }
      while (line === "" && word.length > 1 && widthOf(word) > width) {
        let fits = word.length - 1;
        while (fits > 1 && widthOf(word.slice(0, fits)) > width) fits--;
        lines.push(word.slice(0, fits));
        word = word.slice(fits);
      }
      line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  if (lines.length <= most) return lines;
  let last = `${lines[most - 1]}…`;
  while (last.length > 1 && widthOf(last) > width) last = `${last.slice(0, -2)}…`;
  return [...lines.slice(0, most - 1), last];
}
