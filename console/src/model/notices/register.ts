// The register of protected sites: what has to be confirmed again soonest stands first, what is over last.

import { isOver } from "./list.ts";
import type { Notice } from "./wire.ts";

export type Due = "overdue" | "soon" | "good" | "open" | "over";

/** So long before its date a site is one to be looked after. */
export const SOON_MS = 7 * 24 * 3_600_000;

export function due(notice: Notice, now: number): Due {
  if (isOver(notice, now)) return "over";
  if (notice.confirm_by === null) return "open";
  if (notice.confirm_by <= now) return "overdue";
  return notice.confirm_by - now <= SOON_MS ? "soon" : "good";
}

/** Those of the register in its order; a site without a date comes after those with one. */
export function registered(notices: readonly Notice[], now: number, ended: boolean): Notice[] {
  const rank = (each: Notice): number => (isOver(each, now) ? 2 : each.confirm_by === null ? 1 : 0);
  return notices
    .filter((each) => each.group === "site" && (ended || !isOver(each, now)))
    .toSorted((one, other) => rank(one) - rank(other) || (one.confirm_by ?? 0) - (other.confirm_by ?? 0) || one.at - other.at);
}

const SHOWN = 3;

/** To whom it was passed on, the newest first. */
export const sayings = (notice: Notice): Notice["passed"] =>
  notice.passed.toSorted((one, other) => other.passed_at - one.passed_at).slice(0, SHOWN);
