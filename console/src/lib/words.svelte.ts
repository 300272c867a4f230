// The language of this page. Catalogues are fetched when they are wanted, each from our own origin.

import { pseudo, worded, type Text, type Values } from "../model/words.ts";
import type { Catalogue, Key } from "../words/en.ts";

export const LANGUAGES = ["de", "en", "ru", "uk"] as const;
export type Language = (typeof LANGUAGES)[number];
export const OWN_NAMES: Record<Language, string> = { de: "Deutsch", en: "English", ru: "Русский", uk: "Українська" };

const LOADERS: Record<Language, () => Promise<Catalogue>> = {
  de: async () => (await import("../words/de.ts")).de,
  en: async () => (await import("../words/en.ts")).en,
  ru: async () => (await import("../words/ru.ts")).ru,
  uk: async () => (await import("../words/uk.ts")).uk,
};

type Families = Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** What no first picture shows. */
const LATER: Record<Language, () => Promise<Families>> = {
  de: async () => (await import("../words/controls/controls-de.ts")).controls,
  en: async () => (await import("../words/controls/controls-en.ts")).controls,
  ru: async () => (await import("../words/controls/controls-ru.ts")).controls,
  uk: async () => (await import("../words/controls/controls-uk.ts")).controls,
};

const flat = (families: Families, stretched: boolean): [string, Text][] =>
  Object.entries(families).flatMap(([family, held]) =>
    Object.entries(held).map(([name, text]): [string, Text] => [`${family}.${name}`, stretched ? pseudo(text) : text]),
  );

class Words {
  language = $state<Language>("en");
  #texts = $state.raw<ReadonlyMap<string, Text> | null>(null);

  get ready(): boolean {
    return this.#texts !== null;
  }

  async use(language: Language, stretched = false): Promise<void> {
    this.#texts = new Map(flat(await LOADERS[language](), stretched));
    this.language = language;
    document.documentElement.lang = language;
    void this.#more(language, stretched).catch(() => setTimeout(() => void this.#more(language, stretched).catch(() => {}), 5_000));
  }

  async #more(language: Language, stretched: boolean): Promise<void> {
    const more = flat(await LATER[language](), stretched);
    if (this.language === language) this.#texts = new Map([...(this.#texts ?? []), ...more]);
  }

  say = (key: Key, values?: Values): string => {
    const text = this.#texts?.get(key);
    return text === undefined ? key : worded(text, this.language, values);
  };

  /** A text whose key is put together; what the catalogue does not know is shown as the other side wrote it. */
  named = (family: string, name: string, values?: Values): string => {
    const key = `${family}.${name}`;
    return this.#texts?.has(key) ? this.say(key as Key, values) : name.replaceAll("_", " ");
  };
}

export const words = new Words();
export const say = words.say;
export const named = words.named;

/** The language of the browser, as far as we speak it. */
export function preferred(): Language {
  const own = navigator.languages.map((each) => each.slice(0, 2));
  return LANGUAGES.find((each) => own[0] === each) ?? LANGUAGES.find((each) => own.includes(each)) ?? "en";
}
