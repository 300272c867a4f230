import { existsSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { CHOICES, KINDS } from "../model/bodies.ts";
import { KEYS } from "../model/keys.ts";
import { NOTICE_CHOICES, NOTICE_FIELDS } from "../model/notices/kinds.ts";
import { namesIn, pseudo, worded, type Text } from "../model/words.ts";
import type { Controls } from "./controls/controls.ts";
import { controls as laterDe } from "./controls/controls-de.ts";
import { controls as laterEn } from "./controls/controls-en.ts";
import { controls as laterRu } from "./controls/controls-ru.ts";
import { controls as laterUk } from "./controls/controls-uk.ts";
import { de } from "./de.ts";
import { en as first, type Catalogue as First } from "./en.ts";
import { chart as chartDe } from "./map/map-de.ts";
import { chart as chartEn, type Charts } from "./map/map-en.ts";
import { chart as chartRu } from "./map/map-ru.ts";
import { chart as chartUk } from "./map/map-uk.ts";
import type { Notices } from "./notices/notices-en.ts";
import { notices as noticesDe } from "./notices/notices-de.ts";
import { notices as noticesEn } from "./notices/notices-en.ts";
import { notices as noticesRu } from "./notices/notices-ru.ts";
import { notices as noticesUk } from "./notices/notices-uk.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

type Catalogue = First & Controls & Notices & Charts;
const en = { ...first, ...laterEn, ...noticesEn, ...chartEn };
const all: [string, Catalogue][] = [
  ["de", { ...de, ...laterDe, ...noticesDe, ...chartDe }], ["en", en], ["ru", { ...ru, ...laterRu, ...noticesRu, ...chartRu }],
  ["uk", { ...uk, ...laterUk, ...noticesUk, ...chartUk }],
];
const flat = (catalogue: Catalogue): Map<string, Text> =>
  new Map(
    Object.entries(catalogue).flatMap(([family, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${family}.${name}`, text] as [string, Text]),
    ),
  );

test.each(all)("%s has every text and no other", (_, catalogue) => {
  expect([...flat(catalogue).keys()].sort()).toEqual([...flat(en).keys()].sort());
  for (const [key, text] of flat(catalogue)) expect([key, worded(text, "en").trim()]).not.toEqual([key, ""]);
});

test.each(all)("the values in each text of %s are those of English", (_, catalogue) => {
  for (const [key, text] of flat(en)) expect([key, namesIn(flat(catalogue).get(key) ?? "")]).toEqual([key, namesIn(text)]);
});

test.each(all)("every counted text of %s has all the forms of the language", (language, catalogue) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const [key, text] of flat(catalogue)) {
    if (typeof text !== "string") expect([key, Object.keys(text).sort()]).toEqual([key, [...forms].sort()]);
  }
});

test("counting follows the rules of each language", () => {
  const days = (catalogue: Pick<Catalogue, "ledger">, language: string) => [1, 2, 5, 21].map((n) => worded(catalogue.ledger.days, language, { n }));
  expect(days(en, "en")).toEqual(["1 day", "2 days", "5 days", "21 days"]);
  expect(days(laterRu, "ru")).toEqual(["1 день", "2 дня", "5 дней", "21 день"]);
  expect(days(laterUk, "uk")).toEqual(["1 день", "2 дні", "5 днів", "21 день"]);
});

test("whatever the model can name has a text", () => {
  const has = (family: keyof typeof en, names: readonly string[]) => {
    for (const name of names) if (name) expect(Object.keys(en[family])).toContain(name);
  };
  has("decline", CHOICES.decline);
  has("refusal", [...CHOICES.refusal, ...CHOICES.check_refusal]);
  has("scope", CHOICES.scope);
  has("subject", CHOICES.subject);
  has("interpreter", CHOICES.interpreter);
  has("reply", CHOICES.reply);
  has("relation", CHOICES.relation);
  has("part", CHOICES.part);
  has("sdp", CHOICES.sdp);
  has("consent", CHOICES.consent);
  has("change", CHOICES.change);
  for (const each of Object.keys(NOTICE_CHOICES)) has(each as keyof typeof en, CHOICES[each as keyof typeof CHOICES]);
  has("field", NOTICE_FIELDS);
  has("sign_kind", Object.values(KINDS).map((each) => each.name));
  has("alert_state", ["unacknowledged", "half", "acknowledged", "rectified", "shelved"]);
  has("field", Object.values(KINDS).flatMap((each) => Object.values(each.layout).map(([field]) => field)));
  has("intent", Object.keys(KEYS).filter((each) => !/^line_[2-9]$/.test(each)));
});

const ALERTS = new URL("../../../src/firebreak/console/alerts/kinds.py", import.meta.url);

test.skipIf(!existsSync(ALERTS))("an alert of every kind has a text and says what to do", () => {
  const source = readFileSync(ALERTS, "utf-8");
  const kinds = [...source.matchAll(/"(\w+)": Kind\(/g)].map((each) => each[1] as string);
  expect(kinds.length).toBeGreaterThan(10);
  expect(Object.keys(en.alert).sort()).toEqual(kinds.sort());
  expect(Object.keys(en.alert_do).sort()).toEqual(kinds.sort());
});

test("the stretched language is two fifths longer and keeps its values", () => {
  const text = pseudo("Sign of life {age} ago") as string;
  expect(text.length).toBeGreaterThanOrEqual(Math.floor("Sign of life {age} ago".length * 1.3));
  expect(namesIn(text)).toEqual(["{age}"]);
});

const LANGUAGES = new URL("../../../src/firebreak/languages/", import.meta.url);
const SHARED = {
  sort: "sort", sort_group: "group", notice_state: "state", word: "answer", objection: "objection",
} as const;

test.skipIf(!existsSync(LANGUAGES)).each(all)("notices are worded in %s as on the command line", (language, catalogue) => {
  const source = readFileSync(new URL(`${language}/notices.ftl`, LANGUAGES), "utf-8");
  for (const [family, prefix] of Object.entries(SHARED)) {
    const found = [...source.matchAll(new RegExp(`^${prefix}-([\\w-]+) = (.*)$`, "gm"))];
    const texts = Object.fromEntries(found.map(([, name, text]) => [name?.replaceAll("-", "_"), text]));
    expect(catalogue[family as keyof typeof SHARED]).toEqual(texts);
  }
});
