// Instants and spans for people: always UTC with seconds and Z, never the machine's own zone.

const LAST = 253402300799999; // the end of 9999; what others write may lie beyond every calendar
const reached = (at: number): Date => new Date(Math.min(at, LAST));
const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");

/** `08:14:41Z` */
export function clock(at: number): string {
  const date = reached(at);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}Z`;
}

/** `2026-11-22` */
export const day = (at: number): string => reached(at).toISOString().slice(0, 10);

/** `2026-11-22 08:14:41Z` */
export const stamp = (at: number): string => `${day(at)} ${clock(at)}`;

/** The hour for today, day and hour for any other day. */
export const short = (at: number, now: number): string => (day(at) === day(now) ? clock(at) : stamp(at));

/** How long, as `00:12`, `47:31`, `3:04:05`, and with days `2 d 03:04`. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
  if (hours < 1) return rest;
  if (hours < 24) return `${hours}:${rest}`;
  return `${Math.floor(hours / 24)} d ${two(hours % 24)}:${two((seconds % 3600) / 60)}`;
}
