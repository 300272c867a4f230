// Words of the counterpart on our screen (spec/text.md): what could mislead is written as its number.
//
// The server marks texts too; the page does not count on it. `dir="auto"` and plain text nodes do the rest.

const PLAIN = /^[\n -~\u00a1-\u00ac\u00ae-\u024f\u0400-\u0481\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20ac\u2116\u27e6\u27e7]*$/u;
const REFUSED = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/u;
const MARK = /\p{M}/u;
const MARKS_MAX = 4; // no living language needs more on one letter

const numbered = (character: string): string =>
  `⟦U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}⟧`;

/** The text for a reader; what steers, hides or piles up is shown as `⟦U+202E⟧`. */
export function show(text: string): string {
  if (PLAIN.test(text)) return text;
  let marks = 0;
  let shown = "";
  for (const each of text) {
    marks = MARK.test(each) ? marks + 1 : 0;
    shown += each !== "\n" && (REFUSED.test(each) || marks > MARKS_MAX) ? numbered(each) : each;
  }
  return shown;
}

/** Where our own text may not be sent as it is: the first such code point, or null. */
export function firstFault(text: string): string | null {
  const normal = text.normalize("NFC");
  if (PLAIN.test(normal) && normal === text) return null;
  let marks = 0;
  for (const each of text) {
    marks = MARK.test(each) ? marks + 1 : 0;
    if (each !== "\n" && (REFUSED.test(each) || marks > MARKS_MAX)) return numbered(each);
  }
  return null;
}

/** Code points, the unit in which the protocol counts. */
export const length = (text: string): number => [...text].length;
