// A leg is one path of sound between two consoles, one of each side (spec/sound.md).
//
// What carries our descriptions could put a key of its own between. Two questions are therefore asked, apart from each
// other. Before their description is accepted: is every fingerprint in it the one that is signed with it? On the live
// connection: is the certificate that the other end showed the one that their officer signed? Nothing reaches the ear
// and nothing leaves the microphone before both have been answered and the call itself. The path may be built long
// before, while it rings; it is then warm and carries no sound.
//
// A leg is never mended. Whatever contradicts shuts it for good, and it stays shut, visibly, until it is closed; a new
// leg with a higher number is begun instead. The machine knows neither browser nor clock: facts come in, wishes go out.

import { faultOf, isCandidate, type DescriptionFault } from "./description.ts";

export type State = "idle" | "describing" | "connecting" | "verifying" | "open" | "muted" | "closed";

/** Which half of the exchange of descriptions is ours. */
export type Role = "offer" | "answer";

/** Why it is not secure. */
export type Fault = DescriptionFault | "other_key" | "other_certificate" | "unsigned" | "no_certificate" | "refused";

/** Why there is no path, or no more. */
export type Reason = "left" | "no_path" | "lost" | "failed";

type Step = "begun" | "described" | "connected" | "passed" | "contradicted" | "ended";

const SHUT = { contradicted: "muted", ended: "closed" } as const;

export const TRANSITIONS: Readonly<Record<State, Readonly<Partial<Record<Step, State>>>>> = {
  idle: { begun: "describing" },
  describing: { described: "connecting", ...SHUT },
  connecting: { connected: "verifying", ...SHUT },
  verifying: { passed: "open", ...SHUT },
  open: SHUT,
  muted: { ended: "closed" },
  closed: {},
};

export const CONNECT_MS = 20_000; // a relay over a satellite takes five
export const VERIFY_MS = 10_000; // their officer's answer and ours cross the line once

export interface Leg {
  readonly role: Role;
  readonly state: State;
  /** SHA-256 of our certificate, in hexadecimal. */
  readonly ours: string | null;
  readonly theirs: Theirs | null;
  /** SHA-256 of the certificate on the live connection. */
  readonly live: string | null;
  readonly answered: boolean;
  /** Candidates of ours that were found before our description was. */
  readonly early: readonly Found[];
  /** Candidates of theirs that came before their description. */
  readonly waiting: readonly string[];
  readonly fault: Fault | null;
  readonly reason: Reason | null;
  /** When `tick` is due. */
  readonly due: number | null;
}

interface Found {
  readonly candidates: readonly string[];
  readonly last: boolean;
}

export interface Theirs {
  readonly fingerprint: string;
  readonly description: string;
  /** Whether one of their officers stands behind the fingerprint, as our node found. */
  readonly signed: boolean;
}

export type Event =
  | { type: "begun" }
  /** The browser has set our description. */
  | { type: "described"; now: number; fingerprint: string; description: string }
  | { type: "gathered"; candidates: readonly string[]; last: boolean }
  /** What the record says of their end; it may come again with a signature. */
  | { type: "their_end"; now: number; end: Theirs }
  | { type: "their_candidates"; candidates: readonly string[] }
  | { type: "connected"; now: number }
  | { type: "certificate"; fingerprint: string }
  /** The record says that the call is answered. */
  | { type: "answered"; now: number }
  /** The browser would not take what we gave it. */
  | { type: "refused" }
  | { type: "tick"; now: number }
  | { type: "ended"; reason: Reason };

export type Effect =
  | { do: "make"; role: Role }
  | { do: "describe"; fingerprint: string; description: string }
  | { do: "name"; candidates: readonly string[]; last: boolean }
  | { do: "accept"; description: string }
  | { do: "add"; candidates: readonly string[] }
  /** Read the certificate of the live connection. */
  | { do: "look" }
  | { do: "open" }
  | { do: "shut" }
  /** What we found; bit 1: the description, bit 2: the certificate. */
  | { do: "report"; ours: string; theirs: string; checks: number }
  | { do: "alarm"; fault: Fault }
  | { do: "release" };

export const idle = (role: Role): Leg => ({
  role, state: "idle", ours: null, theirs: null, live: null, answered: false, waiting: [], fault: null, reason: null,
  early: [], due: null,
});

type Next = [Leg, Effect[]];

/** A leg after an event, and what has to be done. An event that says nothing to this state changes nothing. */
export function take(leg: Leg, event: Event): Next {
  if (leg.state === "closed") return [leg, []];
  if (event.type === "ended") return end(leg, event.reason);
  if (leg.state === "muted") return [leg, []];
  switch (event.type) {
    case "begun":
      return begin(leg);
    case "described":
      return described(leg, event);
    case "gathered":
      return gathered(leg, event);
    case "their_end":
      return theirEnd(leg, event.end, event.now);
    case "their_candidates":
      return theirCandidates(leg, event.candidates.filter(isCandidate));
    case "connected":
      return connected(leg, event.now);
    case "certificate":
      return settle({ ...leg, live: event.fingerprint }, []);
    case "answered":
      return leg.answered ? [leg, []] : settle(timed({ ...leg, answered: true }, event.now), []);
    case "refused":
      return contradict(leg, "refused");
    case "tick":
      return leg.due !== null && event.now >= leg.due ? late(leg) : [leg, []];
  }
}

const step = (leg: Leg, name: Step): Leg => {
  const state = TRANSITIONS[leg.state][name];
  return state === undefined ? leg : { ...leg, state };
};

function begin(leg: Leg): Next {
  if (leg.state !== "idle") return [leg, []];
  return [step(leg, "begun"), leg.role === "offer" ? [{ do: "make", role: "offer" }] : []];
}

function described(leg: Leg, { fingerprint, description, now }: Extract<Event, { type: "described" }>): Next {
  if (leg.state !== "describing") return [leg, []];
  if (faultOf(description, fingerprint)) return contradict(leg, "refused");
  const after = timed(step({ ...leg, ours: fingerprint }, "described"), now);
  const named = leg.early.map((found): Effect => ({ do: "name", ...found }));
  return [{ ...after, early: [] }, [{ do: "describe", fingerprint, description }, ...named]];
}

/** An address is named after the description that it belongs to, however early the browser found it. */
function gathered(leg: Leg, { candidates, last }: Found): Next {
  if (leg.ours) return [leg, [{ do: "name", candidates, last }]];
  return [{ ...leg, early: [...leg.early, { candidates, last }] }, []];
}

function theirEnd(leg: Leg, end: Theirs, now: number): Next {
  if (leg.theirs) return again(leg, leg.theirs, end);
  if (leg.state === "idle" || (leg.role === "offer") !== (leg.ours !== null)) return [leg, []];
  const fault = faultOf(end.description, end.fingerprint);
  if (fault) return contradict({ ...leg, theirs: end }, fault);
  const effects: Effect[] = [{ do: "accept", description: end.description }];
  if (leg.role === "answer") effects.push({ do: "make", role: "answer" });
  if (leg.waiting.length > 0) effects.push({ do: "add", candidates: leg.waiting });
  return settle(timed({ ...leg, theirs: end, waiting: [] }, now), effects);
}

/** The same end once more: only a signature under the same key may be new. */
function again(leg: Leg, known: Theirs, end: Theirs): Next {
  if (end.fingerprint !== known.fingerprint) return contradict(leg, "other_key");
  return end.signed && !known.signed ? settle({ ...leg, theirs: { ...known, signed: true } }, []) : [leg, []];
}

function theirCandidates(leg: Leg, candidates: readonly string[]): Next {
  if (candidates.length === 0) return [leg, []];
  return leg.theirs ? [leg, [{ do: "add", candidates }]] : [{ ...leg, waiting: [...leg.waiting, ...candidates] }, []];
}

function connected(leg: Leg, now: number): Next {
  return leg.state === "connecting" ? [timed(step(leg, "connected"), now), [{ do: "look" }]] : [leg, []];
}

/** Each wait has its end: a path once both ends are known or somebody answered, the checks once somebody answered. */
function timed(leg: Leg, now: number): Leg {
  if (leg.state === "verifying") return { ...leg, due: leg.answered ? now + VERIFY_MS : null };
  if (leg.state === "open") return { ...leg, due: null };
  return { ...leg, due: leg.theirs || leg.answered ? now + CONNECT_MS : null };
}

function late(leg: Leg): Next {
  if (leg.state !== "verifying") return end(leg, "no_path");
  return contradict(leg, leg.live ? "unsigned" : "no_certificate");
}

/** Open when nothing is left to ask; shut at once when what is known contradicts. */
function settle(leg: Leg, effects: Effect[]): Next {
  const { live, theirs, ours } = leg;
  if (live && theirs && live !== theirs.fingerprint) return contradict(leg, "other_certificate");
  if (leg.state !== "verifying" || !ours || !live || !theirs?.signed || !leg.answered) return [leg, effects];
  const open = { ...step(leg, "passed"), due: null };
  return [open, [...effects, { do: "open" }, { do: "report", ours, theirs: live, checks: 3 }]];
}

function contradict(leg: Leg, fault: Fault): Next {
  const after: Leg = { ...step(leg, "contradicted"), fault, due: null, waiting: [] };
  return [after, [{ do: "shut" }, { do: "alarm", fault }, ...report(leg, fault)]];
}

/** The record is told what was found on the live connection, not that nothing was found in time. */
function report({ ours, live }: Leg, fault: Fault): Effect[] {
  if (!ours || !live || (fault !== "other_certificate" && fault !== "other_key")) return [];
  return [{ do: "report", ours, theirs: live, checks: fault === "other_certificate" ? 1 : 0 }];
}

function end(leg: Leg, reason: Reason): Next {
  const after: Leg = { ...step(leg, "ended"), reason: leg.reason ?? reason, due: null, waiting: [] };
  return [after, [{ do: "shut" }, { do: "release" }]];
}

/** The table as a Mermaid state diagram; docs/sound.md holds it. */
export function diagram(): string {
  const arrows = Object.entries(TRANSITIONS).flatMap(([from, steps]) =>
    Object.entries(steps).map(([name, to]) => `    ${from === "idle" ? "[*]" : from} --> ${to}: ${name}`),
  );
  return ["stateDiagram-v2", ...arrows].join("\n");
}
