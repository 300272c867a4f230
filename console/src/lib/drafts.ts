// Words that were written and not sent, kept for this window until it is closed or the person logs out. Nothing that
// was signed lies here.

import { restored, type Draft } from "../model/draft.ts";

const NAME = "firebreak-draft";

/** Whose words they are: the next person at this window does not find them. */
export const ownerOf = (session: { party: string; name: string }): string => `${session.party}/${session.name}`;

export function keepDraft(owner: string, draft: Draft): void {
  try {
    if (draft.text || draft.phrase || draft.asked) sessionStorage.setItem(NAME, JSON.stringify({ owner, draft }));
    else sessionStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing loses them with the page.
  }
}

/** What this person left; words of anybody else are dropped. */
export function keptDraft(owner: string): Draft | null {
  try {
    const held = JSON.parse(sessionStorage.getItem(NAME) ?? "null") as { owner?: unknown; draft?: unknown } | null;
    if (held?.owner === owner) return restored(held.draft);
    sessionStorage.removeItem(NAME);
  } catch {
    // Whatever lies there is not ours.
  }
  return null;
}

export const dropDraft = (): void => sessionStorage.removeItem(NAME);
