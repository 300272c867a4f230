// A call as the officer sees it. The record says how far it came; the page adds what only it knows: whether the voice
// is being checked, is held, or is not to be trusted.

import { PRECEDENCES, type Call, type Precedence, type Snapshot } from "./wire.ts";

export type Phase =
  | "idle" | "reaching" | "ringing_there" | "ringing_here" | "answering" | "verifying" | "talking" | "held"
  | "consulting" | "conference" | "degraded" | "not_secure" | "ended";

/** What this page knows of the voice of a call. */
export interface Voice {
  call: string;
  /** Both checks of the fingerprints: not done, both passed, one failed. */
  check: "pending" | "passed" | "failed";
  held: boolean;
  /** Others who hear: an officer who is consulted, an interpreter. */
  consulting: boolean;
  joined: number;
  degraded: boolean;
}

/** A word on its way: the officer has signed and the record does not show it yet. */
export interface Pending {
  call: string;
  what: "answer" | "decline" | "busy" | "withdraw" | "hangup";
}

export interface CallView {
  phase: Phase;
  call: Call | null;
  /** Whether the ring-back tone may sound: only after their node has signed that it rings. */
  ringBack: boolean;
  /** Whether anything from the other side may reach the ear. */
  ear: boolean;
}

const OPEN = new Set(["placed", "ringing"]);
const OVER_SHOWN_MS = 60_000; // how long an ended call stays in its panel when nobody puts it away

export const IDLE: CallView = { phase: "idle", call: null, ringBack: false, ear: false };

export function callView(call: Call | null, voice: Voice | null, pending: Pending | null): CallView {
  if (!call) return IDLE;
  const mine = voice?.call === call.call ? voice : null;
  const phase = phaseOf(call, mine, pending?.call === call.call ? pending : null);
  const ear = mine?.check === "passed" && ["talking", "conference", "degraded", "consulting"].includes(phase);
  return { phase, call, ringBack: phase === "ringing_there", ear };
}

function phaseOf(call: Call, voice: Voice | null, pending: Pending | null): Phase {
  if (OPEN.has(call.state)) return waiting(call, pending);
  if (call.state !== "in call") return "ended";
  if (!voice) return "talking"; // a call without sound: what was agreed by other means
  if (voice.check === "failed") return "not_secure";
  if (voice.check === "pending") return "verifying";
  return open(voice);
}

function waiting(call: Call, pending: Pending | null): Phase {
  if (!call.ours) return pending?.what === "answer" ? "answering" : "ringing_here";
  return call.state === "ringing" ? "ringing_there" : "reaching";
}

function open(voice: Voice): Phase {
  if (voice.held) return "held";
  if (voice.consulting) return "consulting";
  if (voice.joined > 0) return "conference";
  return voice.degraded ? "degraded" : "talking";
}

export const rankOf = (precedence: Precedence): number => PRECEDENCES.indexOf(precedence);

export const live = (call: Call): boolean => OPEN.has(call.state) || call.state === "in call";

/** Our part in it, as the record names it. */
export const partOf = (call: Call): "caller" | "callee" => (call.ours ? "caller" : "callee");

/** Our desk in it. */
export const deskOf = (call: Call): string => (call.ours ? call.from_desk : call.desk);

/** Whether this side may claim that there was sound: its console found a leg as officers signed it. */
export const soundUp = (call: Call): boolean => call.sound?.secured_by.includes(partOf(call)) ?? false;

/** Calls that were alive before and are over now. */
export function over(before: Snapshot | null, after: Snapshot): Call[] {
  if (before === null || before.calls === after.calls) return [];
  const was = new Set(Object.values(before.calls).flat().filter(live).map((each) => each.call));
  return Object.values(after.calls).flat().filter((each) => was.has(each.call) && !live(each));
}

const NEVER: ReadonlyMap<string, number> = new Map();

/**
 * The call that the panel shows: one that is spoken, else the most urgent that waits, else the last that ended.
 * `overAt`: when a call ended that was seen alive; of others only the beginning is known.
 */
export function shownCall(
  calls: readonly Call[], now: number, dismissed: ReadonlySet<string>, overAt = NEVER,
): Call | null {
  const open = calls.filter(live).toSorted((one, other) => weight(other) - weight(one));
  if (open[0]) return open[0];
  const endedAt = (each: Call): number => overAt.get(each.call) ?? each.learnt_at;
  const last = calls.toSorted((one, other) => endedAt(one) - endedAt(other)).at(-1);
  return last && !dismissed.has(last.call) && now - endedAt(last) < OVER_SHOWN_MS ? last : null;
}

const weight = (call: Call): number =>
  (call.state === "in call" ? 100 : 0) + 10 * rankOf(call.precedence) + (call.ours ? 0 : 1);

/** Calls that ring here, the most urgent first. */
export const ringingHere = (calls: readonly Call[]): Call[] =>
  calls
    .filter((each) => !each.ours && OPEN.has(each.state))
    .toSorted((one, other) => rankOf(other.precedence) - rankOf(one.precedence) || one.learnt_at - other.learnt_at);

export interface Tally {
  attempts: number;
  answered: number;
}

/** Our attempts to reach them among the calls that the page knows. */
export function tally(calls: readonly Call[]): Tally {
  const ours = calls.filter((each) => each.ours && each.outcome !== "glare");
  return { attempts: ours.length, answered: ours.filter((each) => each.outcome === "answered").length };
}
