import { describe, expect, test } from "vitest";

import { guestsOf, holderOf, interpreterNamed, isHeldBy, nextStep, theirHolderOf, type Ask, type Place } from "./house.ts";
import type { Call } from "./wire.ts";

const call = (sound: object = {}): Call => ({ call: "7f", ours: false, sound }) as unknown as Call;
const ask = (rest: Partial<Ask>): Ask => ({
  id: "1", want: "take", state: "accepted", ours: true, name: "bob", officer: "Bob", desk: "air", body: "", ...rest,
});
const PLACE: Place = { speaks: false, beside: null, aside: false, leg: null };
const holder = (officer: string) => call({ holders: [{ by: "callee", desk: "air", officer }] });
const ANN = { ...PLACE, speaks: true };
const BOB: Place = { ...PLACE, beside: "taker" };
const LIN: Place = { ...PLACE, beside: "guest" };

describe("a hand-over", () => {
  test("begins apart when the colleague has come, and ends so when nobody takes the call", () => {
    expect(nextStep(call(), "Ann", [ask({ state: "asked" })], ANN)).toBeNull();
    expect(nextStep(call(), "Ann", [ask({})], ANN)).toBe("aside");
    expect(nextStep(call(), "Ann", [ask({})], { ...ANN, aside: true })).toBeNull();
    expect(nextStep(call(), "Ann", [], { ...ANN, aside: true })).toBe("back");
  });
  test("is done when the record says so, and for each in their own part", () => {
    expect(nextStep(holder("Bob"), "Ann", [ask({})], { ...ANN, aside: true })).toBe("give");
    expect(nextStep(holder("Bob"), "Bob", [ask({ ours: false })], BOB)).toBe("take_over");
    expect(nextStep(holder("Bob"), "Bob", [], ANN)).toBeNull();
    expect(nextStep(holder("Bob"), "Cleo", [], PLACE)).toBeNull();
  });
  test("of the other side changes nothing here", () => {
    const theirs = call({ holders: [{ by: "caller", desk: "air", officer: "Bob" }] });
    expect(nextStep(theirs, "Ann", [], ANN)).toBeNull();
    expect([holderOf(theirs), theirHolderOf(theirs)?.officer]).toEqual([null, "Bob"]);
  });
  test("that is taken back sends the colleague away", () => {
    expect(nextStep(call(), "Bob", [ask({ ours: false })], BOB)).toBeNull();
    expect(nextStep(call(), "Bob", [], BOB)).toBe("leave");
  });
});

describe("an interpreter", () => {
  const asked = [ask({ ours: false, want: "interpret" })];
  const guests = [{ by: "callee" as const, leg: 1, who: "Lin" }];
  test("stays while an officer wants it and the record has them in the call", () => {
    expect(nextStep(call(), "Lin", asked, LIN)).toBeNull();
    expect(nextStep(call({ guests }), "Lin", asked, { ...LIN, leg: 1 })).toBeNull();
    expect(nextStep(call(), "Lin", asked, { ...LIN, leg: 1 })).toBe("leave");
    expect(nextStep(call({ guests: [{ ...guests[0], by: "caller" }] }), "Lin", asked, { ...LIN, leg: 1 })).toBe("leave");
    expect(nextStep(call({ guests }), "Lin", [], { ...LIN, leg: 1 })).toBe("leave");
  });
  test("has a name and a function in the record, and no more of it than fits", () => {
    expect(interpreterNamed("Olena K.")).toBe("Olena K., interpreter");
    expect([...interpreterNamed("𝔸".repeat(90))].length).toBe(64);
  });
});

test("who holds a call and who is in it are read off the record, also where it says nothing", () => {
  expect([isHeldBy(call({ held_by: ["callee"] }), true), isHeldBy(call({ held_by: ["callee"] }), false)]).toEqual([true, false]);
  expect([guestsOf({} as Call), holderOf({} as Call), isHeldBy({} as Call, true)]).toEqual([[], null, false]);
});
