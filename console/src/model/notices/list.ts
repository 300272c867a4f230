// How a notice stands now, for a list: its windows and the clock say whether it holds, the rest the record.

import { short, stamp } from "../times.ts";
import type { Notice } from "./wire.ts";

/** A window that closes here lasts until it is cancelled. */
export const ENDLESS = 253_402_300_740_000;
const MINUTE = 60_000;

export type Standing = "holding" | "later" | "between" | "issued" | "replaced" | "cancelled" | "expired";

export const isOver = (notice: Notice, now: number): boolean =>
  notice.state !== "issued" || (notice.ends_at !== null && notice.ends_at <= now);

export function standing(notice: Notice, now: number): Standing {
  if (notice.state !== "issued") return notice.state as Standing;
  if (isOver(notice, now)) return "expired";
  if (notice.windows.length === 0 || notice.windows.some(([from, until]) => from <= now && now < until)) return "holding";
  if (!nextAt(notice, now)) return "issued";
  return (notice.opens_at ?? 0) > now ? "later" : "between";
}

/** When it begins to hold again; 0 where it does not. */
export const nextAt = (notice: Notice, now: number): number =>
  notice.windows.find(([from]) => from > now)?.[0] ?? 0;

/** Live ones first, of those what holds first and then what begins next; below them the newest that are over. */
export function ordered(notices: readonly Notice[], now: number): Notice[] {
  const rank = (each: Notice): number => (isOver(each, now) ? 2 : standing(each, now) === "holding" ? 0 : 1);
  return [...notices].sort((one, other) => {
    const by = rank(one) - rank(other);
    if (by) return by;
    return rank(one) === 1 ? nextAt(one, now) - nextAt(other, now) || other.at - one.at : other.at - one.at;
  });
}

/** What somebody has to look at, as texts of the family `notices` with their values; the gravest first. */
export type MarkName = "differs" | "unusable" | "unanswered" | "confirm_overdue" | "lead_short" | "lead_begun" | "finding_count";
export interface Mark {
  name: MarkName;
  values: Record<string, string | number>;
}

export function marks(notice: Notice, now: number): Mark[] {
  const live = !isOver(notice, now);
  const found: (Mark | false)[] = [
    notice.read_back.differing.length > 0 && { name: "differs", values: { places: notice.read_back.differing.join(", ") } },
    !notice.usable && { name: "unusable", values: {} },
    live && notice.answers.length === 0 && notice.answer_by <= now &&
      { name: "unanswered", values: { time: short(notice.answer_by, now) } },
    live && notice.confirm_by !== null && notice.confirm_by <= now &&
      { name: "confirm_overdue", values: { time: short(notice.confirm_by, now) } },
    notice.lead.short && leadMark(notice),
    notice.findings.length > 0 && { name: "finding_count", values: { n: notice.findings.length } },
  ];
  return found.filter((each) => each !== false);
}

function leadMark({ lead }: Notice): Mark {
  const needed = long(lead.needed_ms);
  if (lead.given_ms === null || lead.given_ms < 0) return { name: "lead_begun", values: { needed } };
  return { name: "lead_short", values: { given: long(lead.given_ms), needed } };
}

/** How long before, in words short enough for a list: `3 d`, `1 d 06:30 h`, `17:59 h`, `45 min`; not broken over lines. */
export function long(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (!days && !hours) return `${rest}\u00a0min`;
  const clock = hours || rest ? `${days ? String(hours).padStart(2, "0") : hours}:${String(rest).padStart(2, "0")}\u00a0h` : "";
  return [days ? `${days}\u00a0d` : "", clock].filter(Boolean).join("\u00a0");
}

/** `2026-11-22 06:00:00Z – 2026-11-22 15:00:00Z`; one that does not end has no second half. */
export const interval = ([from, until]: readonly [number, number]): string =>
  `${stamp(from)} – ${until >= ENDLESS ? "…" : stamp(until)}`;

/** `18 520 m`; what is not known is a question mark. */
export const metres = (value: number | null): string =>
  value === null ? "?" : `${value.toLocaleString("en").replaceAll(",", "\u00a0")}\u00a0m`;

export type ReadAs = "right" | "wrong" | "not_read";

/** How the place of a number was read back; the newest word on it counts. */
export const readAs = (notice: Notice, number: number): ReadAs =>
  notice.read_back.differing.includes(number) ? "wrong" : notice.read_back.confirmed.includes(number) ? "right" : "not_read";

/** Whether the check digits of a place are hidden: whoever reads it back works them out, and copies them from nowhere. */
export const isHidden = (notice: Notice, number: number): boolean => !notice.ours && readAs(notice, number) === "not_read";

/** The check digits of the newest read-back of a place; empty where it was not read back. */
export const heardAs = (notice: Notice, number: number): string =>
  notice.answers.flatMap((each) => each.read_back).findLast((each) => each.number === number)?.digits ?? "";

/** What was typed for a place: its check digits, or the place itself, of which they are still to be worked out. */
export function split(typed: Readonly<Record<number, string>>): { digits: string[]; places: [number: string, text: string][] } {
  const rows = Object.entries(typed).map(([number, text]): [string, string] => [number, text.trim()]).filter(([, text]) => text);
  return {
    digits: rows.filter(([, text]) => /^\d{1,2}$/.test(text)).map(([number, text]) => `${number}=${text.padStart(2, "0")}`),
    places: rows.filter(([, text]) => !/^\d{1,2}$/.test(text)),
  };
}
