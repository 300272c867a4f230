// Texts of the page: plain strings with {names} in them, and plural forms by the rules of each language.

export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export type Text = string | Plural;
export type Values = Record<string, string | number>;

/** `n` chooses the plural form. A name without a value stays as it is, so that a mistake is seen. */
export function worded(text: Text, language: string, values: Values = {}): string {
  const chosen = typeof text === "string" ? text : plural(text, language, Number(values["n"] ?? 0));
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const rules = new Map<string, Intl.PluralRules>();

function plural(forms: Plural, language: string, count: number): string {
  let rule = rules.get(language);
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(language)));
  return forms[rule.select(count)] ?? forms.other;
}

/** Letters with marks, and 40 % more of them: what is cut off or not translated is seen at once. */
export function pseudo(text: Text): Text {
  if (typeof text === "string") return stretched(text);
  return Object.fromEntries(Object.entries(text).map(([form, each]) => [form, stretched(each)])) as Plural;
}

const MARKED: Record<string, string> = { a: "á", e: "ë", i: "ï", o: "ö", u: "ü", A: "Å", E: "É", O: "Ø", U: "Û", n: "ñ" };

function stretched(text: string): string {
  const marked = text.replace(/(\{\w+\})|([aeiouAEOUn])/g, (_, name?: string, letter?: string) => name ?? MARKED[letter ?? ""] ?? "");
  const more = Math.ceil([...text.replace(/\{\w+\}/g, "")].length * 0.4);
  return more ? `${marked} ${"~".repeat(Math.max(1, more - 1))}` : marked;
}

/** The {names} in a text, for comparing languages. */
export const namesIn = (text: Text): string[] => {
  const all = typeof text === "string" ? text : Object.values(text).join(" ");
  return [...new Set(all.match(/\{\w+\}/g) ?? [])].sort();
};
