import { expect, test } from "vitest";

import book from "../../phrasebook.json";
import { toHex, fromHex } from "./bytes.ts";
import { decode, type Fields } from "./cbor.ts";
import { BOOK, draft, label, LANGUAGES, PHRASES, read, search, sound, spoken, title, TOPICS } from "./phrases.ts";

test.each(book.spoken.map((each) => [each.phrase, each] as const))("%s reads here as the node reads it", (_, spoken) => {
  const said = decode(fromHex(spoken.said)) as Fields;
  const id = toHex(said.get(1) as Uint8Array);
  for (const language of LANGUAGES) {
    const parameters = (said.get(3) ?? []) as never[];
    expect(read(id, String(said.get(2)), parameters, language)).toBe(spoken.texts[language]);
  }
});

test("a phrase of another book, or with other parameters, is not read", () => {
  expect(read("00", "please-say-again", [], "en")).toBeNull();
  expect(read(BOOK, "please-say-again", [1], "en")).toBeNull();
  expect(read(BOOK, "line-check", ["1"], "en")).toBeNull();
});

test("what was said with an earlier book is read as before, and nothing else of it", () => {
  const [earlier] = Object.keys(book.earlier) as [string];
  for (const language of LANGUAGES) {
    expect(read(earlier, "please-say-again", [], language)).toBe(read(BOOK, "please-say-again", [], language));
    expect(read(earlier, "speak-slowly", [], language)).toBeNull();
  }
});

test.each(LANGUAGES)("topics, parameters, units and reactions have a name in %s", (language) => {
  for (const topic of TOPICS) expect(label("topic", topic, language)).not.toBe(topic);
  for (const each of PHRASES) {
    expect(label("reaction", each.reaction, language)).not.toBe(each.reaction);
    for (const { name } of each.parameters) expect(label("slot", name, language)).not.toBe(name);
  }
  expect(label("unit", "uSv/h", language)).not.toBe("uSv/h");
});

test("a phrase has a title and a sound in other letters", () => {
  expect(spoken("stop-firing-at", "ru")).toBe("прекратИте огОнь");
  expect(title("stop-firing-at", "ru")).toBe("Прекратите огонь");
  expect(sound("stop-firing-at", "ru", "de")).toBe("prekratIte agOn");
  expect(sound("stop-firing-at", "en", "uk")).toBe("стоп фАйрінг");
  expect(sound("stop-firing-at", "en", "de")).toBe("");
  for (const each of PHRASES) for (const language of LANGUAGES) expect(title(each.id, language)).not.toBe(each.id);
});

test("a phrase is found by words of its sentence, its topic, its id and its signal", () => {
  const ids = (query: string, language: "de" | "en" | "ru" | "uk") => search(query, language).map((each) => each.id);
  expect(ids("", "en")).toHaveLength(PHRASES.length);
  expect(ids("treibende mine", "de")).toEqual(["we-lost-control-of", "drifting-mine-sighted"]);
  expect(ids("ru8", "en")).toEqual(["submarine-surfacing"]);
  expect(ids("лінія", "uk")).toContain("line-suspended");
  expect(ids("буксир", "ru")).toContain("we-are-towing");
  expect(ids("no such words", "en")).toEqual([]);
});

test("every phrase can be looked at before it is complete", () => {
  for (const each of PHRASES) for (const language of LANGUAGES) expect(draft(each.id, {}, language)).not.toBe("");
});
