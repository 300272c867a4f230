import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { KINDS, read, review, type Shown } from "../bodies.ts";
import { fromHex } from "../bytes.ts";
import { decode, encode, NotStrict, type Fields } from "../cbor.ts";
import { NOTICE_FIELDS } from "./kinds.ts";

const FOLDER = new URL("../../../../vectors/notice/", import.meta.url);
const SHAPE = /circle-without|closed-ring|half-round|small-letters|another-hash|window/; // refused by what they mean, not by their bytes
const vectors = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(new URL(name, FOLDER), "utf-8");
  const [head, body] = text.split("\n\n") as [string, string];
  const header = Object.fromEntries(head.split("\n").map((each) => each.split(/: ?(.*)/s).slice(0, 2)));
  return { name, header, fields: decode(fromHex(body.replace(/\s/g, ""))) as Fields };
});
const right = vectors.filter((each) => each.header["expect"] === "ok");
const shown = (name: string): Shown[] => {
  const found = vectors.find((each) => each.name === name) as (typeof vectors)[number];
  return review(Number(found.header["kind"]), encode(found.fields)).shown;
};
const text = (found: Shown[], field: string): unknown => {
  const each = found.find((one) => one.field === field) as Extract<Shown, { form: "text" }>;
  return each.text;
};

test("there are vectors of every kind that can be signed", () => {
  const kinds = new Set(right.map((each) => Number(each.header["kind"])));
  expect([18, 80, 81, 82, 84, 85, 86].filter((each) => !kinds.has(each))).toEqual([]);
});

test.each(right)("every field of $name is shown", ({ header, fields }) => {
  const found = review(Number(header["kind"]), encode(fields)).shown.map((each) => each.field);
  const layout = KINDS[Number(header["kind"])]?.layout ?? {};
  for (const key of fields.keys()) if (key !== 1) expect(found).toContain(layout[key]?.[0]);
});

test.each(right)("a field that is not known refuses all of $name", ({ header, fields }) => {
  const more = new Map(fields).set(39, "x");
  expect(() => review(Number(header["kind"]), encode(more))).toThrow(NotStrict);
  for (const [key, value] of fields) {
    if (!(value instanceof Map)) continue;
    const deeper = new Map(fields).set(key, new Map(value).set(39, "x"));
    expect(() => review(Number(header["kind"]), encode(deeper))).toThrow(NotStrict);
  }
});

test("a value of another type refuses the body", () => {
  for (const { header, fields } of right) {
    for (const key of fields.keys()) {
      if (key === 1) continue;
      const wrong = new Map(fields).set(key, new Map([[39, "x"]]));
      expect(() => review(Number(header["kind"]), encode(wrong)), `${key}`).toThrow(NotStrict);
    }
  }
});

test("places come with their check digits, as both sides read them back", () => {
  const places = shown("firing.txt").find((each) => each.field === "places") as Extract<Shown, { form: "texts" }>;
  expect(places.texts).toHaveLength(4);
  expect(places.texts[0]).toBe("1  54°54.0000′ N, 019°30.0000′ E  [57]");
  expect(places.texts[1]?.endsWith("[23]")).toBe(true);
});

test("what is measured is shown with its unit", () => {
  const circle = shown("circle.txt");
  expect([text(circle, "radius"), text(circle, "altitude_to")]).toEqual(["9260 m", "3048 m"]);
});

test("the source is shown word for word, and who compared it", () => {
  const found = shown("compared.txt");
  expect(text(found, "source_text")).toBe("GUNNERY 54-54N\r\n019-30E ЖД");
  expect(text(found, "confirmed_by")).toBe("Berg");
});

test("a place beyond the pole refuses the body", () => {
  expect(() => shown("beyond-the-pole.txt")).toThrow(NotStrict);
});

test("whatever is refused for its shape is refused here too, or left to the node", () => {
  const wrong = vectors.filter((each) => each.header["expect"] !== "ok" && !SHAPE.test(each.name));
  for (const each of wrong) expect(() => shown(each.name), each.name).toThrow(NotStrict);
});

test("each field that is shown has a name", () => {
  const used = new Set(right.flatMap((each) => review(Number(each.header["kind"]), encode(each.fields)).shown.map((one) => one.field)));
  const known = new Set<string>([...NOTICE_FIELDS, ...Object.values(KINDS).flatMap((each) => Object.values(each.layout).map(([field]) => field))]);
  expect([...used].filter((each) => !known.has(each))).toEqual([]);
  expect(read("text", "text", "x")).toEqual([{ field: "text", form: "text", text: "x" }]);
});
