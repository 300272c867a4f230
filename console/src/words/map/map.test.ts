import { expect, test } from "vitest";

import { namesIn } from "../../model/words.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

test.each([["de", de], ["ru", ru], ["uk", uk]] as const)("the map speaks %s with the same values", (_, texts) => {
  expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect([key, namesIn(texts[key])]).toEqual([key, namesIn(en[key])]);
    expect(String(texts[key]).trim()).not.toBe("");
  }
});
