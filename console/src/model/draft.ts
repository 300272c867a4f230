// A message that is being written: what it lacks, and what is asked of the server when it is reviewed and sent.

import { firstFault, length } from "./text.ts";
import { PRECEDENCES, type Precedence } from "./wire.ts";

export const TEXT_MAX = 8_000; // code points, spec/text.md
export const ASKED_MAX = 500;

export interface Draft {
  line: string;
  desk: string;
  precedence: Precedence;
  language: string;
  text: string;
  /** Id of an agreed phrase, or empty. */
  phrase: string;
  values: Record<string, string>;
  asked: string;
  /** Milliseconds UTC, or 0. */
  answerBy: number;
  /** Hash of the message that this one answers, or empty. */
  about: string;
}

export type Fault = "empty" | "no_line" | "no_desk" | "too_long" | "asked_too_long" | "invisible" | "phrase_incomplete";

export const blank = (line: string, desk: string, language: string): Draft => ({
  line, desk, precedence: "routine", language, text: "", phrase: "", values: {}, asked: "", answerBy: 0, about: "",
});

const TEXTS = ["line", "desk", "language", "text", "phrase", "asked", "about"] as const;

/** A draft that was kept, or null where it is none. */
export function restored(value: unknown): Draft | null {
  if (typeof value !== "object" || value === null) return null;
  const held = value as Record<string, unknown>;
  const values = typeof held["values"] === "object" && held["values"] !== null ? Object.entries(held["values"]) : [];
  const precedence = PRECEDENCES.find((each) => each === held["precedence"]);
  if (!precedence || TEXTS.some((each) => typeof held[each] !== "string")) return null;
  const answerBy = typeof held["answerBy"] === "number" ? held["answerBy"] : 0;
  const kept = values.filter((each): each is [string, string] => typeof each[1] === "string");
  return { ...blank("", "", ""), ...(held as Partial<Draft>), precedence, answerBy, values: Object.fromEntries(kept) };
}

/** Why it cannot be sent yet. `parameters`: what the chosen phrase needs. */
export function faults(draft: Draft, parameters: readonly string[] = []): Fault[] {
  const found: Fault[] = [];
  if (!draft.line) found.push("no_line");
  if (!draft.desk) found.push("no_desk");
  if (!draft.text.trim() && !draft.phrase) found.push("empty");
  if (length(draft.text) > TEXT_MAX) found.push("too_long");
  if (length(draft.asked) > ASKED_MAX) found.push("asked_too_long");
  if (firstFault(draft.text) || firstFault(draft.asked)) found.push("invisible");
  if (draft.phrase && parameters.some((each) => !draft.values[each]?.trim())) found.push("phrase_incomplete");
  return found;
}

/** The request of `POST /api/lines/{line}/messages`; what is empty is left out. */
export function request(draft: Draft, fromDesk: string): Record<string, unknown> {
  const text = draft.text.normalize("NFC");
  return {
    desk: draft.desk,
    from_desk: fromDesk,
    precedence: draft.precedence,
    ...(text.trim() ? { text, language: draft.language } : {}),
    ...(draft.phrase ? { phrase: draft.phrase, values: draft.values } : {}),
    ...(draft.asked.trim() ? { asked: draft.asked.normalize("NFC") } : {}),
    ...(draft.answerBy ? { answer_by: draft.answerBy } : {}),
    ...(draft.about ? { relation: "answer", about: draft.about } : {}),
  };
}
