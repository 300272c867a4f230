// The texts of findings, fetched with the first finding that is shown; they follow the language of the page.

import type { Book } from "../model/notices/findings.ts";
import { words, type Language } from "./words.svelte.ts";

const LOADERS: Record<Language, () => Promise<{ default: unknown }>> = {
  de: () => import("../words/findings/findings-de.json"),
  en: () => import("../words/findings/findings-en.json"),
  ru: () => import("../words/findings/findings-ru.json"),
  uk: () => import("../words/findings/findings-uk.json"),
};

class Findings {
  #books = $state.raw<Partial<Record<Language, Book>>>({});

  /** Those of the page's language; until they are here, of any that is. */
  get book(): Book {
    return this.#books[words.language] ?? Object.values(this.#books)[0] ?? {};
  }

  async fetch(language: Language): Promise<void> {
    if (this.#books[language]) return;
    const found = (await LOADERS[language]()).default as Book;
    this.#books = { ...this.#books, [language]: found };
  }
}

export const findings = new Findings();
