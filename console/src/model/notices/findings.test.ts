import fc from "fast-check";
import { expect, test } from "vitest";

import de from "../../words/findings/findings-de.json";
import en from "../../words/findings/findings-en.json";
import ru from "../../words/findings/findings-ru.json";
import uk from "../../words/findings/findings-uk.json";
import { told, valuesOf, type Book } from "./findings.ts";

const books = { de, en, ru, uk } as unknown as Record<string, Book>;
const all = Object.entries(books);

test("a sentence is told in every language with what it tells", () => {
  const finding = { code: "lone-coordinate", text: "013-54.0 is half a position; where is the other half?" };
  expect(all.map(([, book]) => told(finding, book).text)).toEqual([
    "013-54.0 ist eine halbe Position; wo ist die andere Hälfte?", finding.text,
    "013-54.0 — половина координат; где вторая?", "013-54.0 — половина координат; де друга?",
  ]);
});

test("of several forms the one that says the most is meant", () => {
  const text = "99999999999999 milliseconds after 1970 is beyond the calendar";
  expect(told({ code: "bad-time", text }, books["de"] as Book).text).toMatch(/^99999999999999 Millisekunden/);
});

test("what has no form stands as it was signed, after its title; and no name of an object is a code", () => {
  expect(told({ code: "permanent", text: "<b>odd</b>" }, books["de"] as Book)).toEqual({ title: "dauernd", text: "<b>odd</b>", asSigned: true });
  expect(told({ code: "constructor", text: "x" }, books["ru"] as Book).title).toBe("constructor");
  expect(told({ code: "permanent", text: "" }, books["uk"] as Book)).toEqual({ title: "постійно", text: "", asSigned: false });
});

test("every form is found again in its own words", () => {
  const forms = Object.values(books["en"] as Book).flatMap(([, each]) => each.map(([english]) => english));
  expect(forms.length).toBeGreaterThan(150);
  const value = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom("a", "1", " ") });
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.infiniteStream(value), (form, values) => {
      const filled = form.replaceAll(/\{\w+\}/g, () => values.next().value as string);
      const found = valuesOf(form, filled);
      expect(found && form.replaceAll(/\{(\w+)\}/g, (_, name: string) => found[name] ?? "")).toBe(filled);
    }),
  );
});

test("any words are told, and quickly", () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => told({ code: "month-assumed", text }, books["uk"] as Book).text === text));
  const long = "from to ".repeat(50_000);
  const before = performance.now();
  told({ code: "ends-before-begins", text: long }, books["uk"] as Book);
  expect(performance.now() - before).toBeLessThan(1_000);
});
