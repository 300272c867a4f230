import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { faultOf, fingerprintOf, outgoing, rungOf } from "./description.ts";
import {
  CONNECT_MS, diagram, idle, take, TRANSITIONS, VERIFY_MS, type Effect, type Event, type Leg, type State,
} from "./leg.ts";
import { below, isHalfDuplex, lower, reachOf, spoken } from "./rungs.ts";

const [OURS, THEIRS, FOREIGN] = ["aa".repeat(32), "bb".repeat(32), "cc".repeat(32)];
const print = (key: string): string => `a=fingerprint:sha-256 ${(key.toUpperCase().match(/../g) as string[]).join(":")}`;
const sdp = (...lines: string[]): string => ["v=0", "o=- 1 2 IN IP4 127.0.0.1", "s=-", "t=0 0", ...lines, ""].join("\r\n");
const audio = ["m=audio 9 UDP/TLS/RTP/SAVPF 111", "a=rtpmap:111 opus/48000/2", "a=fmtp:111 minptime=10;useinbandfec=1"];
const good = (key: string): string => sdp(print(key), ...audio);
const end = (signed: boolean, key = THEIRS, description = good(key)) => ({ fingerprint: key, description, signed });

const described: Event = { type: "described", now: 0, fingerprint: OURS, description: good(OURS) };
const connected: Event = { type: "connected", now: 10 };
const certificate: Event = { type: "certificate", fingerprint: THEIRS };
const answered: Event = { type: "answered", now: 20 };
const theirs = (signed: boolean, key = THEIRS): Event => ({ type: "their_end", now: 5, end: end(signed, key) });

function run(events: readonly Event[], role: "offer" | "answer" = "offer"): { leg: Leg; effects: Effect[] } {
  let leg = idle(role);
  const effects: Effect[] = [];
  for (const each of events) {
    const [after, more] = take(leg, each);
    leg = after;
    effects.push(...more);
  }
  return { leg, effects };
}
const does = (effects: readonly Effect[]): string[] => effects.map((each) => each.do);
const BEGUN: Event = { type: "begun" };
const CALLER: readonly Event[] = [BEGUN, described, theirs(false), connected, certificate];
const CALLEE: readonly Event[] = [BEGUN, theirs(true), described, connected, certificate];

describe("a leg", () => {
  test("is warm while it rings, and opens when the call is answered under the key it already speaks with", () => {
    const warm = run(CALLER);
    expect([warm.leg.state, does(warm.effects)]).toEqual(["verifying", ["make", "describe", "accept", "look"]]);
    const open = run([...CALLER, answered, theirs(true)]);
    expect([open.leg.state, does(open.effects.slice(4))]).toEqual(["open", ["open", "report"]]);
    expect(open.effects.at(-1)).toEqual({ do: "report", ours: OURS, theirs: THEIRS, checks: 3 });
  });
  test("opens at the other end as soon as its own officer answers", () => {
    expect(run(CALLEE, "answer").leg.state).toBe("verifying");
    expect(run([...CALLEE, answered], "answer").leg.state).toBe("open");
  });
  test("stays shut while the answer is not signed, and is not secure after ten seconds", () => {
    const waiting = run([...CALLER, answered]);
    expect([waiting.leg.state, waiting.leg.due]).toEqual(["verifying", 20 + VERIFY_MS]);
    expect(take(waiting.leg, { type: "tick", now: 19 + VERIFY_MS })[0]).toBe(waiting.leg);
    const [late, effects] = take(waiting.leg, { type: "tick", now: 20 + VERIFY_MS });
    expect([late.state, late.fault, does(effects)]).toEqual(["muted", "unsigned", ["shut", "alarm"]]);
  });
  test("never accepts a description with another fingerprint than the signed one", () => {
    const swapped: Event = { type: "their_end", now: 5, end: end(true, THEIRS, good(FOREIGN)) };
    const { leg, effects } = run([BEGUN, described, swapped, connected, certificate, answered]);
    expect([leg.state, leg.fault, does(effects)]).toEqual(["muted", "foreign_fingerprint", ["make", "describe", "shut", "alarm"]]);
  });
  test("is not secure when the live connection shows another certificate, and says so in the record", () => {
    const other: Event = { type: "certificate", fingerprint: FOREIGN };
    const { leg, effects } = run([BEGUN, described, theirs(true), connected, other, answered]);
    expect([leg.state, leg.fault]).toEqual(["muted", "other_certificate"]);
    expect(effects.at(-1)).toEqual({ do: "report", ours: OURS, theirs: FOREIGN, checks: 1 });
  });
  test("is not secure when the officer signed another key than the one it was warmed up with", () => {
    const { leg, effects } = run([...CALLER, answered, theirs(true, FOREIGN)]);
    expect([leg.state, leg.fault, effects.at(-1)]).toEqual(["muted", "other_key", { do: "report", ours: OURS, theirs: THEIRS, checks: 0 }]);
  });
  test("is not secure when the connection shows no certificate for ten seconds", () => {
    const silent = run([...CALLER.slice(0, 4), answered]).leg;
    expect(take(silent, { type: "tick", now: 20 + VERIFY_MS })[0].fault).toBe("no_certificate");
  });
  test("has no path twenty seconds after both ends are known or somebody answered", () => {
    for (const events of [[BEGUN, described, theirs(false)], [BEGUN, described, { ...answered, now: 5 }]] as Event[][]) {
      const { leg } = run(events);
      expect(leg.due).toBe(5 + CONNECT_MS);
      const [after, effects] = take(leg, { type: "tick", now: 5 + CONNECT_MS });
      expect([after.state, after.reason, does(effects)]).toEqual(["closed", "no_path", ["shut", "release"]]);
    }
    expect(run([BEGUN, described]).leg.due).toBeNull();
  });
  test("names no address before its description, and forgets none", () => {
    const found = (name: string, last = false): Event => ({ type: "gathered", candidates: [name], last });
    const { effects } = run([BEGUN, found("one"), found("two"), described, found("three", true)]);
    expect(effects.slice(2)).toEqual([
      { do: "name", candidates: ["one"], last: false },
      { do: "name", candidates: ["two"], last: false },
      { do: "name", candidates: ["three"], last: true },
    ]);
  });
  test("keeps candidates that came before their description, and passes on none that nobody can read", () => {
    const early: Event = { type: "their_candidates", candidates: ["candidate:1 1 udp 1 10.0.0.1 9 typ host", "a=b", "candidate:\n"] };
    const { effects } = run([BEGUN, described, early, theirs(false), early]);
    const added = effects.filter((each) => each.do === "add").map((each) => each.candidates.length);
    expect(added).toEqual([1, 1]);
  });
  test("never reaches the ear but by both checks, a signature and an answer, whatever comes in whatever order", () => {
    const event = fc.constantFrom<Event>(
      BEGUN, described, theirs(false), theirs(true), theirs(true, FOREIGN), connected, certificate, answered,
      { type: "certificate", fingerprint: FOREIGN }, { type: "refused" },
      { type: "their_end", now: 5, end: end(true, THEIRS, good(FOREIGN)) }, { type: "tick", now: 10 ** 6 },
      { type: "ended", reason: "lost" },
    );
    const order = fc.tuple(fc.shuffledSubarray([...CALLEE, answered, theirs(true)]), fc.array(event, { maxLength: 5 }));
    fc.assert(
      fc.property(fc.constantFrom("offer" as const, "answer" as const), order, (role, [some, more]) => {
        const events = [BEGUN, ...some, ...more];
        const { leg, effects } = run(events, role);
        const opened = does(effects).lastIndexOf("open");
        if (opened < 0) return;
        const said = (wanted: Event): boolean => events.includes(wanted);
        expect(events.some((each) => each.type === "answered") && said(connected)).toBe(true);
        expect(events.some((each) => each.type === "their_end" && each.end.signed)).toBe(true);
        if (leg.state === "open") expect(leg.live).toBe(leg.theirs?.fingerprint);
        else expect(does(effects).lastIndexOf("shut")).toBeGreaterThan(opened);
      }),
      { numRuns: 500 },
    );
  });
  test("once shut stays shut, until it is closed", () => {
    const { leg } = run([...CALLER, answered, theirs(true, FOREIGN)]);
    for (const each of [theirs(true), certificate, answered, connected, { type: "tick", now: 10 ** 9 } as Event]) {
      expect(take(leg, each)).toEqual([leg, []]);
    }
    expect(take(leg, { type: "ended", reason: "left" })[0]).toMatchObject({ state: "closed", fault: "other_key" });
  });
  test("has the diagram that its page shows", () => {
    expect(readFileSync(new URL("../../../docs/sound.md", import.meta.url), "utf-8")).toContain(diagram());
  });
  test("opens from one state only", () => {
    const ways = Object.entries(TRANSITIONS).filter(([, steps]) => Object.values(steps).includes("open" as State));
    expect(ways.map(([state]) => state)).toEqual(["verifying"]);
  });
});

describe("a description", () => {
  test("is read as the node reads it", () => {
    expect(faultOf(good(THEIRS), THEIRS)).toBeNull();
    expect(faultOf(sdp(...audio), THEIRS)).toBe("foreign_fingerprint");
    expect(faultOf(sdp(print(THEIRS), print(FOREIGN)), THEIRS)).toBe("foreign_fingerprint");
    expect(faultOf(sdp(print(THEIRS), "a=fingerprint:sha-1 00"), THEIRS)).toBe("foreign_fingerprint");
    expect(faultOf(sdp(print(THEIRS), print(THEIRS)), THEIRS)).toBeNull();
    expect(faultOf(sdp(print(THEIRS), "a=candidate:1 1 udp 1 1.1.1.1 1 typ host"), THEIRS)).toBe("with_candidates");
    for (const bad of [good(THEIRS).replaceAll("\r", ""), good(THEIRS) + "x", sdp("a=\u202e"), "", sdp("A=b"), sdp("a".repeat(7_000))]) {
      expect(faultOf(bad, THEIRS)).toBe("unreadable");
    }
  });
  test("goes out without addresses and probes, and with what its rung asks for", () => {
    const whole = sdp(print(OURS), ...audio, "a=ptime:20", "a=extmap:3 x", "a=rtcp-fb:111 transport-cc", "a=candidate:1 1 udp 1 1.1.1.1 1 typ host", "a=end-of-candidates");
    expect(outgoing(whole, "low")).toBe(
      sdp(print(OURS), ...audio.slice(0, 2), "a=fmtp:111 minptime=60;useinbandfec=0;maxaveragebitrate=6000;stereo=0", "a=ptime:60"),
    );
    expect([rungOf(outgoing(whole, "low")), rungOf(outgoing(whole, "wide"))]).toEqual(["low", "wide"]);
    expect(rungOf(outgoing(whole, "half"))).toBe("half");
    expect([fingerprintOf(whole), fingerprintOf(sdp()), fingerprintOf(sdp(print(OURS), print(THEIRS)))]).toEqual([OURS, null, null]);
  });
});

describe("the rung", () => {
  test("follows from the cause: thin lines get few long packets, lossy wide ones keep short ones", () => {
    expect(reachOf({ kilobits: 16, loss: 0 })).toBe("low");
    expect(reachOf({ kilobits: null, loss: 0.2 })).toBe("wide");
    expect(reachOf({ kilobits: 64, loss: 0.05 })).toBe("wide");
    expect(reachOf({ kilobits: 9, loss: 0 })).toBe("note");
    expect(reachOf({ kilobits: null, loss: 0.5 })).toBe("note");
    expect(reachOf({ kilobits: 0.5, loss: 0 })).toBe("text");
    expect(reachOf({ kilobits: 12, loss: 0 })).toBe("half");
    expect([lower("wide", "low"), lower("half", "low"), lower("wide", "wide")]).toEqual(["low", "half", "wide"]);
    expect([below("wide"), below("half"), spoken("text")]).toEqual(["low", "note", "half"]);
    expect([isHalfDuplex("half"), isHalfDuplex("low")]).toEqual([true, false]);
  });
});
