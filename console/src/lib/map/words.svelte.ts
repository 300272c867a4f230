// The texts of the map: fetched with it, in the language of the page.

import { worded, type Values } from "../../model/words.ts";
import type { MapTexts } from "../../words/map/en.ts";
import { words, type Language } from "../words.svelte.ts";

const LOADERS: Record<Language, () => Promise<MapTexts>> = {
  de: async () => (await import("../../words/map/de.ts")).de,
  en: async () => (await import("../../words/map/en.ts")).en,
  ru: async () => (await import("../../words/map/ru.ts")).ru,
  uk: async () => (await import("../../words/map/uk.ts")).uk,
};

class MapWords {
  #texts = $state.raw<MapTexts | null>(null);
  #language: Language = "en";

  async use(language: Language): Promise<void> {
    const texts = await LOADERS[language]();
    if (language !== words.language) return;
    this.#texts = texts;
    this.#language = language;
  }

  say = (key: keyof MapTexts, values?: Values): string =>
    this.#texts ? worded(this.#texts[key], this.#language, values) : "";

  /** A text whose key is put together; what it does not know is shown as it came. */
  named = (key: string): string => (this.#texts && key in this.#texts ? this.say(key as keyof MapTexts) : key.replace(/^[a-z]+_/, ""));
}

export const mapWords = new MapWords();
