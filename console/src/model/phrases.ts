// Agreed phrases: what each must be given, and how it reads in every language. Loaded when somebody needs it.
//
// The texts are those of the node (src/firebreak/languages), the list is written from it; `phrases.test.ts` holds
// what is read here against what the node reads.

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Pattern } from "@fluent/bundle/esm/ast.js";

import { book, earlier, phrases } from "../../phrasebook.json";
import type { Value } from "./cbor.ts";
import { stamp } from "./times.ts";
import { checkDigits, decimalDegrees, degreesMinutes } from "./places.ts";

export const LANGUAGES = ["de", "en", "ru", "uk"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Parameter {
  name: string;
  kind: string;
  unit?: string;
  least?: number;
  most?: number;
  words?: string[];
}

export interface AgreedPhrase {
  id: string;
  topic: string;
  reaction: string;
  signals: string[];
  parameters: Parameter[];
  sounds: Record<string, Partial<Record<Language, string>>>;
}

export const BOOK: string = book;
export const PHRASES: readonly AgreedPhrase[] = phrases;
export const TOPICS: readonly string[] = [...new Set(PHRASES.map((each) => each.topic))];
const EARLIER: Readonly<Record<string, readonly string[]>> = earlier;

export const find = (id: string): AgreedPhrase | undefined => PHRASES.find((each) => each.id === id);

// A file for what all phrases share, one for each topic, one for what forms and lists say around them.
const SOURCES = import.meta.glob<string>(["../../../src/firebreak/languages/*/phrases/*.ftl", "../../../src/firebreak/languages/*/book.ftl"], {
  query: "?raw", import: "default", eager: true,
});
const bundles = new Map<Language, FluentBundle>();

function bundle(language: Language): FluentBundle {
  let held = bundles.get(language);
  if (!held) {
    held = new FluentBundle(language, { useIsolating: false });
    for (const [path, source] of Object.entries(SOURCES)) {
      if (path.includes(`/languages/${language}/`)) held.addResource(new FluentResource(source));
    }
    bundles.set(language, held);
  }
  return held;
}

/** The sentence, or null where book, phrase or parameters are not known here. */
export function read(bookId: string, id: string, parameters: readonly Value[], language: Language): string | null {
  const found = find(id);
  const known = bookId === BOOK || EARLIER[bookId]?.includes(id);
  if (!known || found?.parameters.length !== parameters.length) return null;
  const values = found.parameters.map((each, at) => [each.name, said(each, parameters[at] ?? null, language)] as const);
  if (values.some(([, value]) => value === null)) return null;
  return say(language, id, Object.fromEntries(values) as Record<string, FluentVariable>);
}

/** The same while it is written: what is missing or not yet a value stands as it was typed. */
export function draft(id: string, typed: Record<string, string>, language: Language): string {
  const found = find(id);
  if (!found) return "";
  const values = found.parameters.map((each) => [each.name, drafted(each, typed[each.name] ?? "")] as const);
  return formatted(language, id, Object.fromEntries(values)).text;
}

/** Null where anything is missing. */
function say(language: Language, id: string, values: Record<string, FluentVariable>): string | null {
  const { text, whole } = formatted(language, id, values);
  return whole ? text : null;
}

function formatted(language: Language, id: string, values: Record<string, FluentVariable>) {
  const pattern = bundle(language).getMessage(id)?.value;
  const errors: Error[] = [];
  const text = pattern ? bundle(language).formatPattern(pattern, values, errors) : "";
  return { text, whole: text !== "" && errors.length === 0 };
}

function said(parameter: Parameter, value: Value, language: Language): FluentVariable | null {
  if (parameter.kind === "place") return place(value, language);
  if (typeof value === "string") return parameter.kind === "number" ? null : value;
  if (typeof value !== "number") return null;
  return parameter.kind === "instant" ? stamp(value) : number(value);
}

const number = (value: number): FluentNumber => new FluentNumber(value, { useGrouping: false });

function drafted(parameter: Parameter, typed: string): FluentVariable {
  if (parameter.kind === "number" && /^\d{1,9}$/.test(typed)) return number(Number(typed));
  if (parameter.kind === "word") return typed || (parameter.words?.[0] ?? "");
  return typed || "…";
}

function place(value: Value, language: Language): string | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [north, east] = value;
  if (typeof north !== "number" || typeof east !== "number") return null;
  return say(language, "place-read-back", {
    decimal: decimalDegrees(north, east), minutes: degreesMinutes(north, east), digits: checkDigits(north, east),
  });
}

/** The name of a topic, a parameter or a unit, the text of an expected reaction. */
export function label(kind: "topic" | "slot" | "unit" | "reaction", name: string, language: Language): string {
  return say(language, `${kind}-${name.replace("/", "-")}`, {}) ?? name;
}

/** The short form that is said aloud. In Russian and Ukrainian its stressed vowels are capitals. */
export function spoken(id: string, language: Language): string {
  const pattern = bundle(language).getMessage(id)?.attributes.spoken;
  return pattern ? bundle(language).formatPattern(pattern) : id;
}

/** The same as a heading. */
export function title(id: string, language: Language): string {
  const text = language === "ru" || language === "uk" ? spoken(id, language).toLowerCase() : spoken(id, language);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** How the short form is said, for a reader of another language; empty where the spelling tells it. */
export const sound = (id: string, language: Language, reader: Language): string => find(id)?.sounds[language]?.[reader] ?? "";

/** Phrases with all the words, wherever they stand: title, sentence, topic, id or signal, in the reader's language. */
export function search(query: string, language: Language): readonly AgreedPhrase[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!wanted.length) return PHRASES;
  return PHRASES.filter((each) => {
    const text = searched(each, language);
    return wanted.every((word) => text.includes(word));
  });
}

const searchable = new Map<string, string>();

function searched(phrase: AgreedPhrase, language: Language): string {
  const key = `${language} ${phrase.id}`;
  let held = searchable.get(key);
  if (held === undefined) {
    const sentence = written(bundle(language).getMessage(phrase.id)?.value ?? "");
    const topic = label("topic", phrase.topic, language);
    held = [phrase.id, ...phrase.signals, topic, title(phrase.id, language), sentence].join(" ").toLowerCase();
    searchable.set(key, held);
  }
  return held;
}

/** All that a sentence can say, with every code word. */
function written(pattern: Pattern): string {
  if (typeof pattern === "string") return pattern;
  const parts = pattern.map((part) => {
    if (typeof part === "string") return part;
    return part.type === "select" ? part.variants.map((each) => written(each.value)).join(" ") : "";
  });
  return parts.join(" ");
}

/** What a code word means inside a phrase: the text that the phrase chooses for it, or empty. */
export function wordMeaning(id: string, name: string, word: string, language: Language): string {
  const pattern = bundle(language).getMessage(id)?.value;
  for (const part of Array.isArray(pattern) ? pattern : []) {
    if (typeof part === "string" || part.type !== "select" || part.selector.type !== "var") continue;
    if (part.selector.name !== name) continue;
    const variant = part.variants.find((each) => each.key.type === "str" && each.key.value === word);
    return typeof variant?.value === "string" ? variant.value : "";
  }
  return "";
}
