import { expect, test } from "vitest";

import book from "../../phrasebook.json";
import { toHex, fromHex } from "./bytes.ts";
import { decode, type Fields } from "./cbor.ts";
import { BOOK, draft, LANGUAGES, PHRASES, read } from "./phrases.ts";

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

test("every phrase can be looked at before it is complete", () => {
  for (const each of PHRASES) for (const language of LANGUAGES) expect(draft(each.id, {}, language)).not.toBe("");
});
