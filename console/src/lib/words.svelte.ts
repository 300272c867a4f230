// The language of this page. Catalogues are fetched when they are wanted, each from our own origin.

import { pseudo, worded, type Text, type Values } from "../model/words.ts";
import type { Catalogue } from "../words/en.ts";
import type { Key } from "../words/keys.ts";

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

type InEach = Record<Language, () => Promise<Families>>;

/** What no first picture shows: fetched with the part that shows it. */
const LATER = {
  controls: {
    de: async () => (await import("../words/controls/controls-de.ts")).controls,
    en: async () => (await import("../words/controls/controls-en.ts")).controls,
    ru: async () => (await import("../words/controls/controls-ru.ts")).controls,
    uk: async () => (await import("../words/controls/controls-uk.ts")).controls,
  },
  notices: {
    de: async () => (await import("../words/notices/notices-de.ts")).notices,
    en: async () => (await import("../words/notices/notices-en.ts")).notices,
    ru: async () => (await import("../words/notices/notices-ru.ts")).notices,
    uk: async () => (await import("../words/notices/notices-uk.ts")).notices,
  },
  map: {
    de: async () => (await import("../words/map/map-de.ts")).chart,
    en: async () => (await import("../words/map/map-en.ts")).chart,
    ru: async () => (await import("../words/map/map-ru.ts")).chart,
    uk: async () => (await import("../words/map/map-uk.ts")).chart,
  },
} as const satisfies Record<string, InEach>;
export type Shelf = keyof typeof LATER;

const flat = (families: Families, stretched: boolean): [string, Text][] =>
  Object.entries(families).flatMap(([family, held]) =>
    Object.entries(held).map(([name, text]): [string, Text] => [`${family}.${name}`, stretched ? pseudo(text) : text]),
  );

class Words {
  language = $state<Language>("en");
  #texts = $state.raw<ReadonlyMap<string, Text> | null>(null);
  #stretched = false;
  /** What is here besides the first texts: it follows the language. */
  readonly #here = new Set<Shelf>();

  get ready(): boolean {
    return this.#texts !== null;
  }

  /** All that is shown changes at once: no text is missing for a moment. */
  async use(language: Language, stretched = false): Promise<void> {
    const held = [LOADERS[language], ...[...this.#here].map((each) => LATER[each][language])];
    const families = await Promise.all(held.map((load) => load() as Promise<Families>));
    this.#texts = new Map(families.flatMap((each) => flat(each, stretched)));
    this.#stretched = stretched;
    this.language = language;
    document.documentElement.lang = language;
    void this.also("controls").catch(() => undefined); // whoever needs them asks again
  }

  /** The texts of a part, before it is shown. Where its server cannot be reached it raises what the fetching raises. */
  async also(shelf: Shelf): Promise<void> {
    while (!this.#here.has(shelf)) {
      const language = this.language;
      const more = flat(await LATER[shelf][language](), this.#stretched);
      if (language !== this.language) continue;
      this.#texts = new Map([...(this.#texts ?? []), ...more]);
      this.#here.add(shelf);
    }
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
