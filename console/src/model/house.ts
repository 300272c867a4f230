// A call with more than one officer of a side in it. Colleagues of one house ask each other by the console's server; what
// the other side has to know stands in the record. Here it is decided what a page does next; nothing is done here.

import { partOf } from "./calls.ts";
import type { Call } from "./wire.ts";

/** What one colleague asks another, as the server shows it to either. */
export interface Ask {
  id: string;
  want: "interpret" | "take";
  state: "asked" | "accepted" | "refused";
  /** Whether we asked. */
  ours: boolean;
  /** The other person, and the desk at which they sit. */
  name: string;
  officer: string;
  desk: string;
  /** Of a hand-over: what the giver has signed. */
  body: string;
}

export interface Colleague {
  id: string;
  name: string;
  officer: string;
  desk: string;
  roles: string[];
}

export interface Guest {
  by: "caller" | "callee";
  leg: number;
  who: string;
}

interface Holder {
  by: "caller" | "callee";
  desk: string;
  officer: string;
}

interface ThirdParties {
  guests?: Guest[];
  holders?: Holder[];
  held_by?: ("caller" | "callee")[];
}

const WHO_MAX = 64; // code points, spec/sound.md
const FUNCTION = ", interpreter"; // as it stands in the record, which both sides read

const said = (call: Call): ThirdParties => (call.sound ?? {}) as ThirdParties;

/** Third persons in a call. */
export const guestsOf = (call: Call): Guest[] => said(call).guests ?? [];

export const isOurGuest = (call: Call, guest: Guest): boolean => guest.by === partOf(call);

/** Who goes on with the call for our side; null: whoever answered or placed it. */
export const holderOf = (call: Call): Holder | null =>
  said(call).holders?.find((each) => each.by === partOf(call)) ?? null;

/** Who goes on with it for the other side. */
export const theirHolderOf = (call: Call): Holder | null =>
  said(call).holders?.find((each) => each.by !== partOf(call)) ?? null;

export const isHeldBy = (call: Call, ours: boolean): boolean =>
  said(call).held_by?.some((each) => (each === partOf(call)) === ours) ?? false;

/** Name and function of an interpreter, as the record has it. */
export const interpreterNamed = (officer: string): string =>
  [...officer].slice(0, WHO_MAX - FUNCTION.length).join("") + FUNCTION;

/** What a page is in a call. */
export interface Place {
  /** It is the page of the officer who holds the call. */
  speaks: boolean;
  beside: "guest" | "taker" | null;
  /** It speaks in the house only. */
  aside: boolean;
  /** Of a guest whom the record has shown: the leg. */
  leg: number | null;
}

export type Step =
  /** The other side is held; we speak with whoever may take the call. */
  | "aside"
  /** Nobody takes it: back to the other side. */
  | "back"
  /** The call goes on with another officer of ours. */
  | "give"
  /** It goes on with us. */
  | "take_over"
  /** We are no longer wanted beside the officer. */
  | "leave";

/** What follows for a page from what the record and the house say now. */
export function nextStep(call: Call, officer: string, asks: readonly Ask[], place: Place): Step | null {
  const holder = holderOf(call);
  if (holder && holder.officer === officer && place.beside === "taker") return "take_over";
  if (holder && holder.officer !== officer && place.speaks) return "give";
  if (place.beside !== null) return wanted(call, asks, place) ? null : "leave";
  if (!place.speaks) return null;
  const consults = asks.some((each) => each.ours && each.want === "take" && each.state === "accepted");
  if (consults === place.aside) return null;
  return consults ? "aside" : "back";
}

function wanted(call: Call, asks: readonly Ask[], { beside, leg }: Place): boolean {
  const want = beside === "guest" ? "interpret" : "take";
  if (!asks.some((each) => !each.ours && each.want === want && each.state === "accepted")) return false;
  return leg === null || guestsOf(call).some((each) => each.leg === leg && isOurGuest(call, each));
}
