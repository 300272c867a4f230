// Parts that the first picture does not need. They are fetched right after it, so that a page that has lost its server
// still has all of them.

import type { Component } from "svelte";
import { evidence } from "../lib/acts/signing.ts";
import { once, patiently } from "../lib/fetched.ts";
import { phrases } from "../lib/phrases.ts";
import { words, type Shelf } from "../lib/words.svelte.ts";

// The props of a part are checked where it is written; here they only pass through.
type Part = { default: Component<never> };

export const PARTS = {
  beside: () => import("./talk/Beside.svelte") as Promise<Part>,
  called: () => import("./talk/Called.svelte") as Promise<Part>,
  accounts: () => import("./Accounts.svelte") as Promise<Part>,
  breakIn: () => import("./talk/BreakIn.svelte") as Promise<Part>,
  checks: () => import("./Checks.svelte") as Promise<Part>,
  compose: () => import("./Compose.svelte") as Promise<Part>,
  enrolment: () => import("./Enrolment.svelte") as Promise<Part>,
  decline: () => import("./Decline.svelte") as Promise<Part>,
  entry: () => import("./EntryDetail.svelte") as Promise<Part>,
  handover: () => import("./Handover.svelte") as Promise<Part>,
  help: () => import("./Help.svelte") as Promise<Part>,
  ledger: () => import("./Ledger.svelte") as Promise<Part>,
  kept: () => import("./talk/Kept.svelte") as Promise<Part>,
  login: () => import("./Login.svelte") as Promise<Part>,
  map: () => import("./map/MapPanel.svelte") as Promise<Part>,
  notices: () => import("./notices/Notices.svelte") as Promise<Part>,
  noticeEditor: () => import("./notices/Editor.svelte") as Promise<Part>,
  message: () => import("./MessageDetail.svelte") as Promise<Part>,
  officer_key: () => import("./OfficerKey.svelte") as Promise<Part>,
  minutes: () => import("./talk/Minutes.svelte") as Promise<Part>,
  minutesKey: () => import("./talk/MinutesKey.svelte") as Promise<Part>,
  noteTaker: () => import("./talk/NoteTaker.svelte") as Promise<Part>,
  voiceNotes: () => import("./talk/VoiceNotes.svelte") as Promise<Part>,
  rung: () => import("./talk/RungChoice.svelte") as Promise<Part>,
  record: () => import("./Record.svelte") as Promise<Part>,
  release: () => import("./Release.svelte") as Promise<Part>,
  review: () => import("./SignReview.svelte") as Promise<Part>,
  spoken: () => import("./Spoken.svelte") as Promise<Part>,
  reply: () => import("./Reply.svelte") as Promise<Part>,
} as const;
export type PartName = keyof typeof PARTS;

/** Shelves of texts that a part needs besides the usual ones. */
const SHELVES: Readonly<Record<string, readonly Shelf[]>> = {
  map: ["notices", "map"], notices: ["notices"], noticeEditor: ["notices"], review: ["notices"],
} satisfies Partial<Record<PartName, readonly Shelf[]>>;

/** With the texts that it shows, so that none of them is missing when it appears. */
async function worded(name: string, load: () => Promise<Part>): Promise<Part> {
  const shelves: readonly Shelf[] = ["controls", ...(SHELVES[name] ?? [])];
  const [found] = await Promise.all([load(), ...shelves.map((each) => words.also(each))]);
  return found;
}

const HELD = new Map(Object.entries(PARTS).map(([name, load]) => [name, once<Part>(() => worded(name, load))]));

/** A part, fetched now if it is not there yet. Raises Refused when the server does not answer. */
export const part = (name: PartName): Promise<Part> => (HELD.get(name) as () => Promise<Part>)();

export async function fetchAll(): Promise<void> {
  await patiently(evidence);
  for (const load of HELD.values()) await patiently(load);
  await patiently(phrases);
}
