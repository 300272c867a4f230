import { describe, expect, test } from "vitest";

import { asked } from "./asked.ts";
import { minutesOf, recordingState, waitsForUs } from "./course.ts";
import { begin } from "./fold.ts";
import { call, snapshot } from "./testing.ts";
import type { Call, CallSound, Consent, Entry, Minutes } from "./wire.ts";

const with_ = (sound: Partial<CallSound>, ours = true): Call => call({ ours, sound: { legs: [], secured_by: [], ...sound } });
const stands = (caller: Consent | null, callee: Consent | null, recording = false): string[] => {
  const consents = [["caller", caller], ["callee", callee]].flatMap(([by, consent]) =>
    consent ? [{ by: by as "caller", consent: consent as Consent, officer: "x" }] : [],
  );
  return [true, false].map((ours) => recordingState(with_({ consents, recording }, ours)));
};

describe("a recording", () => {
  test("is a question of one side until the other agrees, and each side is told its own part", () => {
    expect(recordingState(with_({}))).toBe("none");
    expect(stands(null, null)).toEqual(["none", "none"]);
    expect(stands("asked", null)).toEqual(["asked", "asks"]);
    expect(stands("asked", "given", true)).toEqual(["runs", "runs"]);
  });
  test("is over for both when one takes the word back, and the other's word stands", () => {
    expect(stands("withdrawn", "given")).toEqual(["asks", "refused"]);
    expect(stands("asked", "withdrawn")).toEqual(["refused", "asks"]);
    expect(stands("withdrawn", "withdrawn")).toEqual(["none", "none"]);
  });
});

const proposal = (by: "caller" | "callee", hash: string, agreed_by = ""): Minutes => ({ by, hash, officer: "x", text: hash, agreed_by });
const entries = ["a", "b", "c"].map((hash, position) => ({ hash, position }) as Entry);

describe("minutes", () => {
  test("stand in the order of the record, whatever the order in which the call names them", () => {
    const held = with_({ minutes: [proposal("callee", "b"), proposal("caller", "a")] });
    expect(minutesOf(held, entries).map((each) => each.hash)).toEqual(["a", "b"]);
  });
  test("wait for whoever has not the last word", () => {
    const minutes = [proposal("callee", "b"), proposal("caller", "a")];
    expect(waitsForUs(with_({ minutes }), entries)?.hash).toBe("b");
    expect(waitsForUs(with_({ minutes }, false), entries)).toBeNull();
    expect(waitsForUs(with_({ minutes: [proposal("callee", "b", "north one")] }), entries)).toBeNull();
    expect(waitsForUs(with_({ minutes: [...minutes, proposal("caller", "c")] }), entries)).toBeNull();
  });
  test("that wait are asked of the person", () => {
    const views = begin({ ...snapshot(), calls: { south: [with_({ minutes: [proposal("callee", "b")] })] } });
    expect(asked(views, "duty").map((each) => each.kind)).toContain("agree_minutes");
  });
});
