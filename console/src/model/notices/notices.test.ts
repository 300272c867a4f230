import { existsSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { CODES, found, GROUPS } from "./codes.ts";
import { blank, form, formOf, instant, typed, typedInstant } from "./form.ts";
import { onMap, STAYS_MS, versionsOnMap, type Question, type Version } from "./inquiries.ts";
import { comesNear, moves, none, told } from "./particulars.ts";
import { due, registered, sayings, SOON_MS } from "./register.ts";
import { ENDLESS, heardAs, interval, isHidden, long, marks, nextAt, ordered, readAs, split, standing } from "./list.ts";
import type { Notice } from "./wire.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const notice = (fields: Partial<Notice> = {}): Notice => ({
  notice: "aa", entry: "", commitment: "", ours: false, at: NOW - HOUR, written: [0, 0], officer: "north one",
  precedence: "routine", from_desk: "duty", to: ["duty"], code: "DF2", sort: "firing", group: "hazard", activity: "",
  danger: [], authority: "", contact: "", emergency: false, windows: [], ends: "fixed", schedule: "", replaces: null,
  area: { kind: "none", positions: [], radius_m: null, buffer_m: 0, uncertainty_m: null, altitude: null, name: "" },
  references: [], movement: null, approach: null, state: "issued", opens_at: null, ends_at: null, ended: null,
  lead: { needed_ms: 0, given_ms: null, short: false }, findings: [], usable: true, confirmed_at: null, confirm_by: null,
  confirm_overdue: false, answers: [], stance: null, answer_by: NOW + HOUR, answer_overdue: false,
  read_back: { confirmed: [], differing: [], places: 0 }, passed: [], ...fields,
});
const at = (from: number, until: number, fields: Partial<Notice> = {}): Notice =>
  notice({ windows: [[NOW + from * HOUR, NOW + until * HOUR]], opens_at: NOW + from * HOUR, ends_at: NOW + until * HOUR, ...fields });

describe("how a notice stands", () => {
  test("the windows and the clock say it, the record only how it ended", () => {
    expect(standing(notice(), NOW)).toBe("holding");
    expect(standing(at(-1, 1), NOW)).toBe("holding");
    expect(standing(at(1, 2), NOW)).toBe("later");
    expect(standing(at(-2, -1), NOW)).toBe("expired");
    expect(standing(at(-1, 1, { state: "cancelled" }), NOW)).toBe("cancelled");
  });
  test("between two days of a schedule it does not hold, and says when it does again", () => {
    const daily = notice({ windows: [[NOW - 5 * HOUR, NOW - HOUR], [NOW + HOUR, NOW + 5 * HOUR]], opens_at: NOW - 5 * HOUR });
    expect(standing(daily, NOW)).toBe("between");
    expect(nextAt(daily, NOW)).toBe(NOW + HOUR);
  });
  test("what holds stands first, then what begins next, then what is over", () => {
    const [over, later, soon, holds] = [at(-3, -2), at(5, 6), at(1, 2), at(-1, 1)];
    expect(ordered([over, later, soon, holds], NOW)).toEqual([holds, soon, later, over]);
  });
});

describe("what somebody has to look at", () => {
  const names = (each: Notice): string[] => marks(each, NOW).map((mark) => mark.name);
  test("a place that was read back wrongly comes first", () => {
    const each = notice({ read_back: { confirmed: [1], differing: [2], places: 2 }, answer_by: NOW - 1, lead: { needed_ms: 72 * HOUR, given_ms: HOUR, short: true } });
    expect(marks(each, NOW)).toEqual([
      { name: "differs", values: { places: "2" } },
      { name: "unanswered", values: { time: "11:59:59Z" } },
      { name: "lead_short", values: { given: "1:00\u00a0h", needed: "3\u00a0d" } },
    ]);
  });
  test("clocks run against what is live only", () => {
    const late = { answer_by: NOW - 1, confirm_by: NOW - 1 };
    expect(names(notice(late))).toEqual(["unanswered", "confirm_overdue"]);
    expect(names(notice({ ...late, state: "cancelled" }))).toEqual([]);
  });
  test("one that had begun says so instead of a time below zero", () => {
    expect(names(notice({ lead: { needed_ms: HOUR, given_ms: -HOUR, short: true } }))).toEqual(["lead_begun"]);
  });
  test("the places that were read back, one by one", () => {
    const each = notice({ read_back: { confirmed: [1], differing: [2], places: 3 } });
    expect([1, 2, 3].map((number) => readAs(each, number))).toEqual(["right", "wrong", "not_read"]);
  });
  test("check digits are hidden from who reads back until it is done, and never from the issuer", () => {
    const each = notice({ read_back: { confirmed: [1], differing: [2], places: 3 } });
    expect([1, 2, 3].map((number) => isHidden(each, number))).toEqual([false, false, true]);
    expect(isHidden({ ...each, ours: true }, 3)).toBe(false);
  });
  test("the newest read-back of a place is the one that is compared", () => {
    const answer = (read_back: { number: number; digits: string }[]) =>
      ({ word: "confirm" as const, officer: "o", desk: "", reason: "", text: "", at: 0, late: false, read_back });
    const each = notice({ answers: [answer([{ number: 1, digits: "11" }, { number: 2, digits: "57" }]), answer([{ number: 1, digits: "23" }])] });
    expect([1, 2, 3].map((number) => heardAs(each, number))).toEqual(["23", "57", ""]);
  });
  test("two digits are check digits, and anything else is a place to be read", () => {
    expect(split({ 1: "57", 2: " ", 3: "4 ", 4: "54-45N 019-10E" })).toEqual({ digits: ["1=57", "3=04"], places: [["4", "54-45N 019-10E"]] });
  });
  test("what moves and what came near is told, from where the reader stands", () => {
    const approach = { ours: "RCH123", theirs: "a fighter", bearing_cdeg: 12_750, distance_m: 1_200, closest_m: null, closest_at: NOW };
    const rows = (ours: boolean) => told(notice({ ours, approach, movement: { persons: 12 } }), typedInstant).filter(([, value]) => value);
    expect(rows(true)).toEqual([
      ["persons", "12"], ["object_ours", "RCH123"], ["object_theirs", "a fighter"], ["bearing", "127.5°"],
      ["distance", "1\u00a0200\u00a0m"], ["closest_at", "2026-11-22 12:00"],
    ]);
    expect(rows(false)[1]).toEqual(["object_theirs", "RCH123"]);
  });
  test("spans and times read as people say them", () => {
    const spans = [72 * HOUR, 30.5 * HOUR, 18 * HOUR - 1, 90_000].map((each) => long(each).replaceAll("\u00a0", " "));
    expect(spans).toEqual(["3 d", "1 d 06:30 h", "17:59 h", "1 min"]);
    expect(interval([NOW, ENDLESS])).toBe("2026-11-22 12:00:00Z – …");
  });
});

describe("the editor", () => {
  test("instants are typed in UTC, and what is none is refused", () => {
    expect(instant("2026-11-22 14:00")).toBe(NOW + 2 * HOUR);
    expect(instant("2026-11-22T1400Z")).toBe(NOW + 2 * HOUR);
    for (const wrong of ["", "tomorrow", "2026-02-30 10:00", "2026-11-22 24:61"]) expect(instant(wrong)).toBeNull();
    expect(typedInstant(NOW)).toBe("2026-11-22 12:00");
  });
  test("what was read out of a text goes back as it came", () => {
    const read = {
      code: "DF2", area: { kind: "circle", positions: [[54.9, 20.3] as [number, number]], radius_m: 500 },
      windows: [[NOW, NOW + HOUR]], ends: "fixed", texts: { en: "Firing." }, source: { format: "navwarn", text: "X", doubts: [] },
    };
    const fields = typed(read, "duty");
    expect(form(fields, "north one")).toEqual({ form: { ...read, desk: "duty" }, faults: [] });
    expect(form({ ...fields, compared: true }, "north one").form.source?.confirmed_by).toBe("north one");
  });
  test("what is replaced is compared anew, and what the editor does not show goes along", () => {
    const old = { ...notice({ movement: { name: "Aid 7", persons: null } }), texts: { en: "x" }, source: { format: "notam", text: "Q", doubts: [], confirmed_by: "north one" } };
    const made = form(typed(formOf(old), "duty"), "north two").form;
    expect(made.source?.confirmed_by).toBeUndefined();
    expect(made["movement"]).toEqual({ name: "Aid 7" });
  });
  test("what moves and what came near is read, and what is no number is named", () => {
    const fields = { ...blank("duty"), code: "MF4" };
    Object.assign(fields.particulars, {
      vehicles: " 3 lorries ", persons: "12", ours: "RCH123", theirs: "a fighter", bearing: "127,5", distance_m: "90", closest_at: "2026-11-22 12:00",
    });
    const { form: made, faults } = form(fields, "x");
    expect(made["movement"]).toEqual({ vehicles: "3 lorries", persons: 12 });
    expect(made["approach"]).toEqual({ ours: "RCH123", theirs: "a fighter", bearing_cdeg: 12_750, distance_m: 90, closest_at: NOW });
    expect(faults).toEqual([]);
    const again = typed({ ...made, references: [] }, "duty").particulars;
    expect(again).toEqual({ ...fields.particulars, vehicles: "3 lorries", bearing: "127.5" });
    Object.assign(fields.particulars, { bearing: "360", theirs: "", persons: "a dozen" });
    expect(form(fields, "x").faults.map((each) => each.name).sort()).toEqual(["bearing_wrong", "number_wrong", "theirs_missing"]);
  });
  test("only the kinds that have them ask for particulars, and none that is filled in is hidden", () => {
    expect([moves("MF2", none()), moves("DF2", none()), comesNear("MF4", none()), comesNear("MF2", none())]).toEqual([true, false, true, false]);
    expect(moves("DF2", { ...none(), marking: "white flag" })).toBe(true);
  });
  test("a wrong time and a wrong number are named before anything is asked", () => {
    const fields = { ...blank("duty"), windows: [["soon", ""]] as [string, string][], measures: { ...blank("").measures, buffer_m: "2 NM" } };
    expect(form(fields, "x").faults.map((each) => each.text).sort()).toEqual(["2 NM", "soon"]);
  });
});

describe("the register of protected sites", () => {
  const site = (confirm_by: number | null, fields: Partial<Notice> = {}): Notice => notice({ group: "site", confirm_by, ...fields });
  test("what is due soonest stands first, then what has no date, and what is over only when it is asked for", () => {
    const [late, near, far, open, over] = [site(NOW - 1), site(NOW + HOUR), site(NOW + SOON_MS + 1), site(null), site(NOW - 9, { state: "cancelled" })];
    const all = [over, open, far, near, late, notice()];
    expect(registered(all, NOW, false)).toEqual([late, near, far, open]);
    expect(registered(all, NOW, true)).toEqual([late, near, far, open, over]);
    expect([late, near, far, open, over].map((each) => due(each, NOW))).toEqual(["overdue", "soon", "good", "open", "over"]);
  });
  test("the newest statements to whom it was passed on come first, and only some of them", () => {
    const passed = [1, 4, 2, 3].map((at) => ({ ours: true, to: `to ${at}`, passed_at: at, officer: "o", text: "" }));
    expect(sayings(site(null, { passed })).map((each) => each.passed_at)).toEqual([4, 3, 2]);
  });
});

describe("questions and incidents on the map", () => {
  const NOWHERE = notice().area;
  const spot = { ...NOWHERE, kind: "circle" as const, positions: [[54.9, 20.3]] as [number, number][], radius_m: 500 };
  const question: Question = {
    ask: "qq", ours: true, at: NOW, officer: "o", precedence: "routine", question: "What fell?", basis: "", reply_by: NOW + HOUR, area: spot,
    replies: [{ officer: "p", at: NOW + 5, text: "A drone.", meeting: "", late: false, area: spot }, { officer: "p", at: NOW + 6, text: "-", meeting: "", late: false, area: NOWHERE }],
  };
  test("a question is drawn as its author's, a reply with a place as the other side's", () => {
    const found = onMap("south", question, (what, text) => `${what}: ${text}`);
    expect(found.map((each) => [each.side, each.title])).toEqual([["ours", "question: What fell?"], ["theirs", "reply: A drone."]]);
    expect(found[0]?.windows).toEqual([[NOW, NOW + HOUR + STAYS_MS]]);
    expect(onMap("south", { ...question, area: NOWHERE, replies: [] }, () => "")).toEqual([]);
  });
  test("of an incident the newest version of each side that names a place", () => {
    const version = (area: Version["area"], text: string): Version => ({ entry: "", officer: "", at: 0, from_at: NOW, until_at: NOW, objects: "", damage: "", texts: { en: text }, area });
    const incident = { incident: "ii", awaited: null, ours: [version(spot, "old"), version(spot, "new")], theirs: [version(NOWHERE, "x")] };
    expect(versionsOnMap("south", incident, (each) => each.texts["en"] ?? "").map((each) => [each.id, each.title])).toEqual([["ii/ours", "new"]]);
  });
});

const KINDS = new URL("../../../../src/firebreak/core/notice/kinds.py", import.meta.url);
test.skipIf(!existsSync(KINDS))("the codes are those of the node", () => {
  const listed = [...readFileSync(KINDS, "utf-8").matchAll(/^ {4}"([PEDSIMQ][0-9A-F]{2})": \w+\("([\w-]+)"/gm)];
  expect(Object.entries(CODES).map(([code, [sort]]) => [code, sort])).toEqual(listed.map(([, code, sort]) => [code, sort?.replaceAll("-", "_")]));
  for (const [, group] of Object.values(CODES)) expect(GROUPS).toContain(group);
  expect([...found("df2", () => "")].flat(2)).toEqual(["hazard", "DF2"]);
});
