import { expect, test } from "vitest";

import { review } from "./bodies.ts";
import { fromHex, join, toHex, type Bytes } from "./bytes.ts";
import { encode, NotStrict } from "./cbor.ts";
import { detailOf, HAND_OVER, relieved, signedBytes, stated, TAKE_WATCH, unsigned, type Line, type Said } from "./statement.ts";
import { prepared, vectors, type Vector } from "./testing.ts";

const right = vectors().filter((each) => each.name.startsWith("statement-"));
const relief = vectors().find((each) => each.name === "relief.txt") as Vector;
const wrong = vectors().filter((each) => each.name.startsWith("body-"));
const PKCS8 = fromHex("302e020100300506032b657004220420");

function read({ header, body }: Vector) {
  const found = review(Number(header["kind"]), fromHex(body));
  const said: Said = {
    officer: header["officer"] ?? "",
    action: found.kind.action,
    ...(header["about"] ? { entry: fromHex(header["about"]) } : {}),
    ...(header["commitment"] ? { commitment: fromHex(header["commitment"]) } : {}),
    language: header["language"] ?? "",
    time: Number(header["time"]),
  };
  const line: Line = { id: fromHex(header["line"] ?? ""), environment: Number(header["environment"]) };
  return { found, said, line };
}

test("there are vectors of both sorts", () => {
  expect(right.length).toBeGreaterThan(5);
  expect(wrong.length).toBeGreaterThan(2);
});

test.each(right)("what is signed for $name is what the node checks", async (vector) => {
  const { found, said, line } = read(vector);
  const keys = said.action === HAND_OVER ? [1, 2] : [1];
  const payload = encode(unsigned(said, await detailOf(found.fields, ...keys)));
  expect(toHex(signedBytes(payload, line))).toBe(vector.header["to-sign"]);
});

test.each(right)("the whole of $name with its signature is the same bytes", async (vector) => {
  const { found, said, line } = read(vector);
  expect(toHex(await stated(found.fields, said, line, await signer(vector)))).toBe(vector.header["stated"]);
});

async function signer(vector: Vector) {
  const seed = join(PKCS8, fromHex(vector.header["seed"] ?? ""));
  const key = await crypto.subtle.importKey("pkcs8", seed, "Ed25519", false, ["sign"]);
  return async (bytes: Bytes) => new Uint8Array(await crypto.subtle.sign("Ed25519", key, bytes));
}

test("the relief signs the same handover, whoever has signed it before", async () => {
  const { found, said, line } = read(relief);
  expect(found.signedBy).toEqual(["Maj Brandt"]);
  const whole = await relieved(found.fields, { ...said, action: TAKE_WATCH }, line, await signer(relief));
  expect(toHex(whole)).toBe(relief.header["stated"]);
  expect(review(57, whole).signedBy).toEqual(["Maj Brandt", "Cpt Novak"]);
});

test.each(wrong)("$name is refused before anything is signed", ({ header, body }) => {
  expect(() => review(Number(header["kind"]), fromHex(body))).toThrow(NotStrict);
});

test("a body of a kind that no officer signs is refused", () => {
  expect(() => review(20, fromHex("a0"))).toThrow(NotStrict);
});

test.each(["answer", "decline", "read", "watch.hand-over", "check"])("what a node prepares for %s is read completely", (what) => {
  const { kind, body } = prepared(what);
  const found = review(kind, fromHex(body));
  expect(found.shown.length).toBe(found.fields.size);
  expect(toHex(encode(found.fields))).toBe(body);
});

test("a message that is reviewed shows its text and language", () => {
  const { shown } = review(16, fromHex(prepared("send").body));
  expect(shown).toContainEqual({ field: "text", form: "text", text: "Verstanden." });
  expect(shown).toContainEqual({ field: "language", form: "text", text: "de" });
});
