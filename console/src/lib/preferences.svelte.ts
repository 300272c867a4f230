// What a person chose for this browser. Nothing here is a secret, and nothing of the line.

import { KEYS, restored, type KeyMap } from "../model/keys.ts";
import { LANGUAGES, preferred, words, type Language } from "./words.svelte.ts";

export const PALETTES = ["day", "dusk", "night", "red"] as const;
export type Palette = (typeof PALETTES)[number];
const NAME = "firebreak-preferences";

/** What is spoken into, what is heard by, and what rings. */
export interface Devices {
  microphone: string;
  ear: string;
  ringer: string;
}

export const DEVICES: Devices = { microphone: "", ear: "", ringer: "" };

class Preferences {
  palette = $state<Palette>("dusk");
  keys = $state.raw<KeyMap>(KEYS);
  desk = $state("");
  /** Nothing is sent but while the key is held. */
  pushToTalk = $state(false);
  /** Devices by the names that the browser gave them; empty: the system's own. */
  devices = $state.raw<Devices>(DEVICES);

  async restore(): Promise<void> {
    const held = stored();
    this.palette = PALETTES.find((each) => each === held["palette"]) ?? "dusk";
    this.keys = restored(held["keys"]);
    this.desk = typeof held["desk"] === "string" ? held["desk"] : "";
    this.pushToTalk = held["pushToTalk"] === true;
    this.devices = devicesIn(held["devices"]);
    document.documentElement.dataset["palette"] = this.palette;
    const language = LANGUAGES.find((each) => each === held["language"]) ?? preferred();
    await words.use(language, new URLSearchParams(location.search).has("stretched"));
  }

  usePalette(palette: Palette): void {
    this.palette = palette;
    document.documentElement.dataset["palette"] = palette;
    this.#keep();
  }

  nextPalette(): void {
    this.usePalette(PALETTES[(PALETTES.indexOf(this.palette) + 1) % PALETTES.length] as Palette);
  }

  async useLanguage(language: Language): Promise<void> {
    await words.use(language);
    this.#keep();
  }

  useKeys(keys: KeyMap): void {
    this.keys = keys;
    this.#keep();
  }

  useDesk(desk: string): void {
    this.desk = desk;
    this.#keep();
  }

  usePushToTalk(on: boolean): void {
    this.pushToTalk = on;
    this.#keep();
  }

  useDevice(which: keyof Devices, id: string): void {
    this.devices = { ...this.devices, [which]: id };
    this.#keep();
  }

  #keep(): void {
    const { palette, keys, desk, pushToTalk, devices } = this;
    try {
      localStorage.setItem(NAME, JSON.stringify({ palette, keys, desk, pushToTalk, devices, language: words.language }));
    } catch {
      // A browser that keeps nothing works all the same; the choice lasts as long as the page.
    }
  }
}

function devicesIn(value: unknown): Devices {
  const held = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const named = (which: keyof Devices): string => (typeof held[which] === "string" ? (held[which] as string) : "");
  return { microphone: named("microphone"), ear: named("ear"), ringer: named("ringer") };
}

function stored(): Record<string, unknown> {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(NAME) ?? "{}");
    return typeof held === "object" && held !== null ? (held as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export const preferences = new Preferences();

/** A key as it is printed on a keycap of the language's keyboard. */
export const cap = (chord: string): string =>
  chord.replace("Shift+", "⇧").replace("Enter", "⏎").replace("Ctrl+", words.language === "de" ? "Strg+" : "Ctrl+");
