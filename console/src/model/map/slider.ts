// The hour that the map shows: now, or a fixed one. A fixed hour is said in so many words, so that nobody takes it for now.

import type { MapNotice, Picture, Window } from "./wire.ts";

export const HOUR = 3_600_000;
export const BACK_HOURS = 48;
export const AHEAD_HOURS = 120; // the longest notice that treaties ask for a hazard area

/** Null is now. */
export type Chosen = number | null;

export const shownAt = (chosen: Chosen, now: number): number => chosen ?? now;

export const within = (windows: readonly Window[], at: number): boolean =>
  !windows.length || windows.some(([since, until]) => since <= at && (until === null || at < until));

const GONE = new Set(["replaced", "cancelled", "expired"]);

export const isShown = (notice: MapNotice, at: number, fixed: boolean): boolean =>
  within(notice.windows, at) && (fixed || !GONE.has(notice.state));

/** What holds at the chosen hour. Tracks and their distances are of now only. */
export function atHour(picture: Picture, chosen: Chosen, now: number): Picture {
  const at = shownAt(chosen, now);
  const notices = picture.notices.filter((each) => isShown(each, at, chosen !== null));
  return chosen === null ? { ...picture, notices } : { ...picture, notices, tracks: [], approaches: [] };
}
