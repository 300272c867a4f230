// What was found, in the reader's language. A finding is signed in English; its sentence is found by its English form,
// and what stands between the braces is what it tells (src/firebreak/cli/finding_words.py does the same).

export interface Finding {
  code: string;
  text: string;
}

/** Of a code its title, and each sentence: the English form and that of the language. */
export type Book = Readonly<Record<string, readonly [title: string, forms: readonly (readonly [english: string, own: string])[]]>>;

export interface Told {
  title: string;
  /** Empty where the title says all. */
  text: string;
  /** Whether the sentence stands as it was signed, in English, since no form of it is known. */
  asSigned: boolean;
}

const PLACEABLE = /\{(\w+)\}/;

/** What a sentence tells in this form, or null where it has another; in one pass, without going back. */
export function valuesOf(form: string, text: string): Record<string, string> | null {
  const parts = form.split(PLACEABLE);
  const literals = parts.filter((_, at) => at % 2 === 0);
  const names = parts.filter((_, at) => at % 2 === 1);
  const [first, last] = [literals[0] as string, literals.at(-1) as string];
  if (!names.length) return text === form ? {} : null;
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const found: Record<string, string> = {};
  let at = first.length;
  for (const [which, name] of names.entries()) {
    const next = which === names.length - 1 ? end : text.indexOf(literals[which + 1] as string, at + 1);
    if (next <= at || next > end) return null;
    found[name] = text.slice(at, next);
    at = next + (literals[which + 1] as string).length;
  }
  return found;
}

const spoken = (form: string): number => form.split(PLACEABLE).filter((_, at) => at % 2 === 0).join("").length;

export function told({ code, text }: Finding, book: Book): Told {
  const [title, forms] = Object.hasOwn(book, code) ? (book[code] as Book[string]) : [code.replaceAll("-", " "), []];
  const fit = forms
    .map(([english, own]) => ({ own, english, values: valuesOf(english, text) }))
    .filter((each) => each.values !== null)
    .sort((one, other) => spoken(other.english) - spoken(one.english))[0];
  if (!fit) return { title, text, asSigned: text !== "" };
  const said = fit.own.replaceAll(new RegExp(PLACEABLE, "g"), (_, name: string) => fit.values?.[name] ?? "");
  return { title, text: said === title ? "" : said, asSigned: false };
}
