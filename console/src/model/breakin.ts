// A call of a higher precedence comes while another is spoken: it breaks in, and the lower one is held, never dropped.
//
// Nobody is connected by it. The tone says for three seconds what is coming, then the lower call is held, so that its
// other side knows; who answers is a person.

import { rankOf, ringingHere } from "./calls.ts";
import type { Call } from "./wire.ts";

export const BREAK_IN_MS = 3_000;

export interface Waiting {
  line: string;
  call: Call;
  /** Whether it is more urgent than the one that is spoken. */
  breaksIn: boolean;
}

/** What rings here while a call is spoken, the most urgent first. */
export function waiting(spoken: Call, calls: Readonly<Record<string, readonly Call[]>>): Waiting[] {
  return Object.entries(calls)
    .flatMap(([line, each]) => ringingHere(each).map((call) => ({ line, call, breaksIn: rankOf(call.precedence) > rankOf(spoken.precedence) })))
    .sort((one, other) => rankOf(other.call.precedence) - rankOf(one.call.precedence) || one.call.learnt_at - other.call.learnt_at);
}

/** Since when each call breaks in; what no longer rings is forgotten. */
export type Since = ReadonlyMap<string, number>;

/** Whether the spoken call is to be held now: one has broken in for as long as the tone lasts. */
export function look(before: Since, now: number, waits: readonly Waiting[]): { since: Since; begun: boolean; hold: boolean } {
  const breaking = waits.filter((each) => each.breaksIn).map((each) => each.call.call);
  const since = new Map(breaking.map((call) => [call, before.get(call) ?? now]));
  const over = (at: number | undefined): boolean => at !== undefined && now - at >= BREAK_IN_MS;
  return { since, begun: breaking.some((call) => !before.has(call)), hold: [...since.values()].some(over) };
}
