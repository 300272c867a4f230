// The course of a call as the record has it: whether it may be recorded, and which minutes both sides have signed.

import { partOf } from "./calls.ts";
import type { Call, Consent, Entry, Minutes, Part } from "./wire.ts";

export type RecordingState =
  /** Nobody asks for it. */
  | "none"
  | "asked"
  | "asks"
  /** Both consent; whether this page records too is the voice's to say. */
  | "runs"
  /** We stand to a recording and they took their consent back, or never gave it. */
  | "refused";

export const MINUTES_MAX = 3_000; // code points, spec/sound.md

const CONSENTING: readonly Consent[] = ["asked", "given"];

export function recordingState(call: Call): RecordingState {
  if (call.sound?.recording) return "runs";
  const [ours, theirs] = [consentOf(call, partOf(call)), consentOf(call, other(partOf(call)))];
  if (CONSENTING.includes(theirs as Consent)) return "asks";
  if (!CONSENTING.includes(ours as Consent)) return "none";
  return theirs === null ? "asked" : "refused";
}

const consentOf = (call: Call, by: Part): Consent | null =>
  call.sound?.consents?.find((each) => each.by === by)?.consent ?? null;

export const other = (part: Part): Part => (part === "caller" ? "callee" : "caller");

/** Whether a call may have minutes: somebody answered it, and it did not cross. */
export const hasMinutes = (call: Call): boolean => call.outcome === "answered" && !call.crossed;

export const isOurs = (call: Call, minutes: Minutes): boolean => minutes.by === partOf(call);

/** Proposals in the order in which they came into our record, the oldest first. */
export function minutesOf(call: Call, entries: readonly Entry[]): Minutes[] {
  const places = new Map(entries.map((each) => [each.hash, each.position]));
  const place = (each: Minutes): number => places.get(each.hash) ?? -1;
  return [...(call.sound?.minutes ?? [])].sort((one, two) => place(one) - place(two));
}

/** The last word, when it is theirs and nobody of ours has agreed to it. */
export function waitsForUs(call: Call, entries: readonly Entry[]): Minutes | null {
  const last = minutesOf(call, entries).at(-1);
  return last && !isOurs(call, last) && last.agreed_by === "" ? last : null;
}
