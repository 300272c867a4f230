import fc from "fast-check";
import { describe, expect, test } from "vitest";

import * as alerts from "./alerts.ts";
import { asked } from "./asked.ts";
import { callView, shownCall, tally, type Voice } from "./calls.ts";
import { blank, faults, request } from "./draft.ts";
import { begin } from "./fold.ts";
import { HOLD_MS, IDLE, press, progress, release, tick, type Hold } from "./hold.ts";
import { chordOf, intentOf, KEYS, remap, restored, type KeyMap } from "./keys.ts";
import { arc, count, silence, strip } from "./ledger.ts";
import { lineView } from "./lines.ts";
import { passes, rows } from "./record.ts";
import { alert, call, snapshot } from "./testing.ts";
import { firstFault, show } from "./text.ts";
import { clock, span, stamp } from "./times.ts";
import type { LineStatus } from "./wire.ts";

const views = begin(snapshot());
const south = views.lines["south"] as LineStatus;
const pressed = (key: string, code = key, held: Partial<Record<"ctrlKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held,
});
const voice = (values: Partial<Voice>): Voice => ({
  call: "c1", check: "passed", held: false, consulting: false, joined: 0, degraded: false, ...values,
});

describe("keys", () => {
  test("Escape means nothing, whatever is held with it", () => {
    for (const shiftKey of [false, true]) expect(intentOf(pressed("Escape", "Escape", { shiftKey }))).toBeNull();
    expect(remap(KEYS, "end_call", "Escape")).toBe("escape");
    expect(remap(KEYS, "decline", "Ctrl+Escape")).toBe("escape");
  });
  test("answering and declining are different keys, and a letter is found on a Cyrillic keyboard", () => {
    expect(intentOf(pressed("F8"))).toBe("answer");
    expect(intentOf(pressed("F8", "F8", { shiftKey: true }))).toBe("decline");
    expect(intentOf(pressed("ф", "KeyA", { altKey: true }))).toBe("focus_alerts");
    expect(intentOf(pressed("/", "Slash", { ctrlKey: true }))).toBe("help");
  });
  test("no bare letter, no key of the browser and no key that is taken can be chosen", () => {
    expect(remap(KEYS, "answer", "A")).toBe("bare_letter");
    expect(remap(KEYS, "answer", "Shift+A")).toBe("bare_letter");
    expect(remap(KEYS, "answer", "F5")).toBe("browser");
    expect(remap(KEYS, "answer", "F2")).toBe("taken");
    expect((remap(KEYS, "answer", "Ctrl+Space") as KeyMap).answer).toBe("Ctrl+Space");
  });
  test("the first map keeps its own rules", () => {
    for (const [intent, chord] of Object.entries(KEYS)) expect(remap(KEYS, intent as keyof KeyMap, chord)).toEqual(KEYS);
  });
  test("a stored map with nonsense in it loses only the nonsense", () => {
    expect(restored({ answer: "Ctrl+Space", decline: "F2", talk: 7, nothing: "F4" }).answer).toBe("Ctrl+Space");
    expect(restored({ decline: "F2" })).toEqual(KEYS);
    expect(restored(null)).toEqual(KEYS);
  });
  test("a chord is written the same way whatever came first", () => {
    expect(chordOf(pressed("Enter", "Enter", { ctrlKey: true, shiftKey: true }))).toBe("Ctrl+Shift+Enter");
  });
});

describe("holding", () => {
  const act = fc.oneof(fc.constantFrom("press", "release", "tick").map((name) => ({ name, wait: 0 })), fc.record({ name: fc.constant("tick"), wait: fc.nat(700) }));
  test("it is done only after one second without letting go", () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let [now, hold, since] = [0, IDLE as Hold, null as number | null];
        for (const { name, wait } of acts) {
          now += wait;
          if (name === "press" && since === null) since = now;
          const before = since;
          hold = name === "press" ? press(hold, now) : name === "release" ? release(hold, now) : tick(hold, now);
          if (name === "release") since = null;
          if (hold.state === "done") {
            expect(before === null || now - before >= HOLD_MS).toBe(true);
            return;
          }
        }
      }),
    );
  });
  test("letting go after 999 ms leaves nothing behind", () => {
    expect(release(press(IDLE, 0), 999)).toEqual(IDLE);
    expect(release(press(IDLE, 0), 1_000).state).toBe("done");
    expect(progress(press(IDLE, 0), 250)).toBe(0.25);
  });
});

describe("calls", () => {
  const phase = (values: Parameters<typeof call>[0], mine: Voice | null = null) => callView(call(values), mine, null);
  test("ring-back sounds only after their node has signed that it rings", () => {
    expect(phase({ ours: true, state: "placed" })).toMatchObject({ phase: "reaching", ringBack: false });
    expect(phase({ ours: true, state: "ringing" })).toMatchObject({ phase: "ringing_there", ringBack: true });
    expect(phase({ ours: false, state: "ringing" })).toMatchObject({ phase: "ringing_here", ringBack: false });
  });
  test("nothing reaches the ear before both checks have passed, nor after one failed", () => {
    expect(phase({ state: "in call" }, voice({ check: "pending" }))).toMatchObject({ phase: "verifying", ear: false });
    expect(phase({ state: "in call" }, voice({ check: "failed" }))).toMatchObject({ phase: "not_secure", ear: false });
    expect(phase({ state: "in call" }, voice({}))).toMatchObject({ phase: "talking", ear: true });
    expect(phase({ state: "in call" }, voice({ held: true }))).toMatchObject({ phase: "held", ear: false });
    expect(phase({ state: "in call" }, voice({ call: "other" }))).toMatchObject({ phase: "talking", ear: false });
  });
  test("no voice makes a call that is over talk again", () => {
    for (const state of ["hung up", "ended"] as const) expect(phase({ state }, voice({})).phase).toBe("ended");
  });
  test("the panel shows the spoken call, else the most urgent one", () => {
    const calls = [
      call({ call: "low", state: "ringing", precedence: "routine", ours: false }),
      call({ call: "high", state: "ringing", precedence: "flash", ours: false }),
    ];
    expect(shownCall(calls, 0, new Set())?.call).toBe("high");
    const spoken = call({ call: "spoken", state: "in call", precedence: "routine" });
    expect(shownCall([...calls, spoken], 0, new Set())?.call).toBe("spoken");
  });
  test("a call that ended stays until it is put away", () => {
    const ended = call({ state: "ended", learnt_at: 1_000 });
    expect(shownCall([ended], 2_000, new Set())).toBe(ended);
    expect(shownCall([ended], 2_000, new Set(["c1"]))).toBeNull();
    expect(shownCall([ended], 100_000, new Set())).toBeNull();
    expect(shownCall([ended], 100_000, new Set(), new Map([["c1", 50_000]]))).toBe(ended);
    const before = call({ call: "c0", state: "ended", learnt_at: 900 });
    expect(shownCall([before, ended], 2_000, new Set(["c1"]))).toBeNull();
  });
  test("our attempts are counted without those given up for a call of the other side", () => {
    expect(tally(views.calls["south"] ?? [])).toEqual({ attempts: 4, answered: 0 });
    expect(tally([call({ ours: true, outcome: "glare" })])).toEqual({ attempts: 0, answered: 0 });
  });
});

describe("alerts", () => {
  const now = 1_000_000;
  test("what still asks for a person stands first, by rank, then the newest", () => {
    const all = [
      alert({ id: "caution", rank: "caution" }),
      alert({ id: "done", acknowledged_at: 1 }),
      alert({ id: "old", rank: "warning", raised_at: 1 }),
      alert({ id: "new", rank: "warning", raised_at: 2 }),
      alert({ id: "alarm" }),
    ];
    expect(alerts.sorted(all, now).map((each) => each.id)).toEqual(["alarm", "new", "old", "caution", "done"]);
    expect(alerts.top(all, now)?.id).toBe("alarm");
    expect(alerts.sounding(all, now)).toBe("alarm");
  });
  test("silence ends by itself, and a shelved alert comes back", () => {
    const quiet = alert({ silenced_until: now + 1 });
    expect(alerts.sounding([quiet], now)).toBeNull();
    expect(alerts.sounding([quiet], now + 1)).toBe("alarm");
    const put = alert({ rank: "warning", shelved_until: now + 1 });
    expect([alerts.sorted([put], now).length, alerts.sorted([put], now + 1).length]).toEqual([0, 1]);
    expect(alerts.mayShelve(alert({ rank: "emergency" }))).toBe(false);
  });
  test("what is over and was never acknowledged still asks for it", () => {
    expect(alerts.stateOf(alert({ rectified_at: 5 }), now)).toBe("rectified");
    expect(alerts.top([alert({ rectified_at: 5 })], now)).not.toBeNull();
    expect(alerts.sounding([alert({ rank: "caution" })], now)).toBeNull();
  });
  test("an alert is filled with instants as they are read, and with no mark that turns a line round", () => {
    const filled = alerts.values(alert({ parameters: { until_at: now, label: "a\u202eb", count: 3 } }), now);
    expect(filled).toEqual({ until_at: clock(now), label: show("a\u202eb"), count: 3 });
    expect(filled.label).not.toContain("\u202e");
  });
  test("eleven alerts in ten minutes are a flood", () => {
    const all = Array.from({ length: 11 }, (_, at) => alert({ id: String(at), raised_at: now - at }));
    expect([alerts.isFlood(all, now), alerts.isFlood(all.slice(1), now)]).toEqual([true, false]);
  });
});

describe("what is asked", () => {
  test("a flash call that rings goes before a flash message, and all else after them", () => {
    const asks = asked(views, "duty");
    expect(asks.slice(0, 2).map((each) => each.kind)).toEqual(["answer_call", "read_message"]);
    expect(asks.map((each) => each.precedence).slice(0, 2)).toEqual(["flash", "flash"]);
    expect(asks.filter((each) => each.kind === "reply_request").length).toBe(1);
    expect(asks.some((each) => each.kind === "take_watch")).toBe(false);
  });
  test("a desk without a watch asks for one", () => {
    expect(asked(views, "minister").map((each) => each.kind)).toContain("take_watch");
  });
});

describe("lines", () => {
  const with_ = (values: Partial<LineStatus>) => lineView({ ...south, ...values }, views.now);
  test("every standing has a shape of its own", () => {
    const all = [
      with_({}), with_({ colour: "unknown" }), with_({ colour: "amber" }), with_({ links: 0 }), with_({ closed: true }),
      with_({ open: false }), with_({ suspended: [1] }),
    ];
    expect(new Set(all.map((each) => each.shape)).size).toBe(all.length);
    expect(with_({}).standing).toBe("up");
  });
  test("no news is never green", () => {
    expect(with_({ colour: "unknown" }).tone).toBe("unknown");
    expect(with_({ heard_at: null }).proofAge).toBeNull();
  });
});

describe("the record", () => {
  const source = { line: south, entries: views.entries["south"] ?? [], calls: views.calls["south"] ?? [], messages: views.messages["south"] ?? [] };
  test("the newest entry stands first and knows its call", () => {
    const all = rows([source], "all");
    expect(all.length).toBe(source.entries.length);
    expect(all[0]?.at).toBeGreaterThanOrEqual(all.at(-1)?.at ?? 0);
    expect(rows([source], "calls").every((each) => each.kind.startsWith("call_"))).toBe(true);
    expect(rows([source], "calls").some((each) => each.call)).toBe(true);
  });
  test("an entry that they have not receipted is ours alone", () => {
    const oldest = source.entries.findLast((each) => each.ours)?.entry ?? null;
    const line = { ...south, unreceipted: { count: 1, oldest } };
    const copies = (held: typeof source) => rows([held], "all").filter((each) => each.copies === "own").map((each) => each.entry);
    expect(copies({ ...source, line })).toEqual([oldest]);
    expect(copies({ ...source, line: { ...south, unreceipted: { count: 0, oldest: null } } })).toEqual([]);
  });
  test("every kind that was recorded passes one filter besides all", () => {
    for (const each of source.entries) {
      const hits = (["calls", "messages", "checks", "watch", "line"] as const).filter((filter) => passes(each, filter));
      expect([each.kind, hits.length]).toEqual([each.kind, 1]);
    }
  });
});

describe("drafts", () => {
  test("nothing is sent that is empty, invisible or too long", () => {
    const draft = blank("south", "duty", "de");
    expect(faults(draft)).toEqual(["empty"]);
    expect(faults({ ...draft, text: "a\u202eb" })).toEqual(["invisible"]);
    expect(faults({ ...draft, text: "😀".repeat(8_001) })).toEqual(["too_long"]);
    expect(faults({ ...draft, phrase: "call-me-now" }, ["desk"])).toEqual(["phrase_incomplete"]);
    expect(faults({ ...draft, text: "Ruhe hier." })).toEqual([]);
  });
  test("a request says only what was written", () => {
    const draft = { ...blank("south", "duty", "de"), text: "u\u0308ber" };
    expect(request(draft, "duty")).toEqual({ desk: "duty", from_desk: "duty", precedence: "routine", text: "über", language: "de" });
  });
});

describe("texts and times", () => {
  test("what steers the text around it is shown as its number", () => {
    expect(show("a\u202eb")).toBe("a⟦U+202E⟧b");
    expect(show("<b>Привіт</b>, з’їж ґаву")).toBe("<b>Привіт</b>, з’їж ґаву");
    expect(show("e" + "\u0301".repeat(8_000)).length).toBeGreaterThan(8_000 * 7);
    expect(firstFault("день\u200b")).toBe("⟦U+200B⟧");
    expect(firstFault("Grüße")).toBeNull();
  });
  test("an instant beyond the calendar shows as its last day and breaks no page", () => {
    for (const at of [253402300800000, 8.64e15 + 1, 2 ** 63]) expect(stamp(at)).toBe("9999-12-31 23:59:59Z");
  });

  test("times are UTC with seconds and a Z", () => {
    expect(clock(1_795_372_191_363)).toMatch(/^\d\d:\d\d:\d\dZ$/);
    expect(stamp(0)).toBe("1970-01-01 00:00:00Z");
    expect([span(12_000), span(47 * 60_000 + 31_000), span(3 * 3_600_000), span(49 * 3_600_000)]).toEqual([
      "00:12", "47:31", "3:00:00", "2 d 01:00",
    ]);
  });
});

describe("the contact ledger", () => {
  test("a day with contact outweighs the attempts on it", () => {
    const now = Date.UTC(2026, 10, 22, 12);
    const days = strip([{ at: now, contact: false }, { at: now, contact: true }, { at: now - 86_400_000, contact: false }], now, 3);
    expect(days.map((each) => each.mark)).toEqual(["none", "attempt", "contact"]);
    expect(days.at(-1)?.date).toBe("2026-11-22");
  });
  test("silence is measured against its limit", () => {
    expect(silence(0, 100, 50)).toEqual({ length: 50, share: 0.5, over: false });
    expect(silence(0, 100, 101).over).toBe(true);
    expect(silence(null, 100, 0)).toEqual({ length: null, share: 1, over: true });
    expect(arc(0.5, 50, 40)).toContain("A 40 40 0");
    expect([count(3, 3), count(3, 5), count(3, null)]).toEqual(["3", "3–5", "3+"]);
  });
});
