// The contact ledger as pictures: a strip of days and a clock of silence. Geometry only; the page draws it.

export interface LedgerLine {
  from: string;
  to: string;
  channel: string;
  kind: string;
  attempts_min: number;
  attempts_max: number | null;
  answered_min: number;
  answered_max: number | null;
  declined: number;
  no_answer: number;
  outcomes: Record<string, number>;
  last_contact: string | null;
  unanswered_since: string | null;
  longest_silence_days: number | null;
  longest_silence_days_max: number | null;
  evidence: string[];
  rows: string[];
}

export interface Ledger {
  since: string | null;
  until: string | null;
  lines: LedgerLine[];
}

/** What happened on one day between two parties. A contact outweighs an attempt. */
export type Mark = "contact" | "attempt" | "none";

export interface Day {
  date: string;
  mark: Mark;
  attempts: number;
  contacts: number;
}

export interface Attempt {
  at: number;
  contact: boolean;
}

const DAY_MS = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The last `count` days up to the day of `now`, the oldest first. */
export function strip(attempts: readonly Attempt[], now: number, count: number): Day[] {
  const days = new Map<string, Day>();
  for (let back = count - 1; back >= 0; back--) {
    const date = dayOf(now - back * DAY_MS);
    days.set(date, { date, mark: "none", attempts: 0, contacts: 0 });
  }
  for (const each of attempts) {
    const day = days.get(dayOf(each.at));
    if (!day) continue;
    day.attempts += 1;
    day.contacts += each.contact ? 1 : 0;
    day.mark = day.contacts > 0 ? "contact" : "attempt";
  }
  return [...days.values()];
}

export interface Silence {
  /** Milliseconds since the last contact; null where there was none. */
  length: number | null;
  /** Part of the agreed limit that has passed, 0 to 1; beyond it 1. */
  share: number;
  over: boolean;
}

export function silence(lastAt: number | null, limitMs: number, now: number): Silence {
  if (lastAt === null) return { length: null, share: 1, over: true };
  const length = Math.max(0, now - lastAt);
  return { length, share: Math.min(1, length / limitMs), over: length > limitMs };
}

/** The path of an arc from twelve o'clock clockwise over a share of the circle. */
export function arc(share: number, centre: number, radius: number): string {
  if (share <= 0) return "";
  const turn = Math.min(share, 0.9999) * 2 * Math.PI;
  const x = centre + radius * Math.sin(turn);
  const y = centre - radius * Math.cos(turn);
  const long = turn > Math.PI ? 1 : 0;
  return `M ${centre} ${centre - radius} A ${radius} ${radius} 0 ${long} 1 ${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** `3`, or `3–5`, or `3+` where the most is not known. */
export function count(least: number, most: number | null): string {
  if (most === null) return `${least}+`;
  return least === most ? String(least) : `${least}–${most}`;
}
