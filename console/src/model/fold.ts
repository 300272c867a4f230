// The page is a fold: a snapshot and the changes after it give what a fresh snapshot would give.
//
// Each change puts one value under its key or removes it. Lists keep their order and a bound; nothing is changed in
// place, so that whoever holds the old views goes on seeing them.

import type { Notice } from "./notices/wire.ts";
import type { Release } from "./release.ts";
import type { Alert, Call, Change, Entry, LineStatus, Message, Position, Request, Session, Snapshot } from "./wire.ts";

export interface Views extends Snapshot {
  /** The server cannot go on from our cursor: a snapshot has to be fetched anew. */
  stale: boolean;
}

export const BOUNDS = { messages: 200, calls: 100, entries: 500, requests: 100, notices: 200 } as const;

export const begin = (snapshot: Snapshot): Views => ({ ...snapshot, notices: snapshot.notices ?? {}, releases: snapshot.releases ?? [], stale: false });

/** The views after one change; an unknown kind of change leaves them as they are. */
export function fold(views: Views, change: Change, cursor = views.cursor): Views {
  return { ...views, ...changed(views, change), cursor };
}

function changed(views: Views, change: Change): Partial<Views> {
  const { value } = change;
  switch (change.type) {
    case "line":
      return { lines: placed(views.lines, String(change.key), value as LineStatus | null) };
    case "call":
      return { calls: called(views.calls, change) };
    case "message":
      return { messages: inLine(views.messages, change, BOUNDS.messages, (each: Message) => each.hash) };
    case "request":
      return { requests: inLine(views.requests, change, BOUNDS.requests, (each: Request) => each.request) };
    case "notice":
      return { notices: inLine(views.notices, change, BOUNDS.notices, (each: Notice) => each.notice) };
    case "entry":
      return { entries: inLine(views.entries, change, BOUNDS.entries, (each: Entry) => String(each.position)) };
    case "alert":
      return { alerts: listed(views.alerts, change, (each: Alert) => each.id) };
    case "position":
      return { positions: listed(views.positions, change, (each: Position) => each.id) };
    case "release":
      return { releases: listed(views.releases, change, (each: Release) => each.id) };
    case "session":
      return value ? { session: value as Session } : {};
    case "clock":
      return ticked(value);
    case "reset":
      return { stale: true };
    default:
      return {};
  }
}

function ticked(value: unknown): Partial<Views> {
  const now = typeof value === "object" && value !== null && "now" in value ? value.now : value;
  return typeof now === "number" ? { now } : {};
}

function placed<T>(held: Record<string, T>, key: string, value: T | null): Record<string, T> {
  const { [key]: _, ...rest } = held;
  return value === null ? rest : { ...held, [key]: value };
}

function listed<T>(held: readonly T[], change: Change, keyOf: (each: T) => string): T[] {
  return upsert(held, String(change.key), change.value as T | null, keyOf);
}

/** Replaces the value in its place, or appends it. */
function upsert<T>(held: readonly T[], key: string, value: T | null, keyOf: (each: T) => string): T[] {
  const at = held.findLastIndex((each) => keyOf(each) === key);
  if (value === null) return at < 0 ? [...held] : held.toSpliced(at, 1);
  return at < 0 ? [...held, value] : held.with(at, value);
}

function inLine<T>(
  held: Record<string, T[]>, change: Change, most: number, keyOf: (each: T) => string,
): Record<string, T[]> {
  const line = String(change.line);
  return { ...held, [line]: listed(held[line] ?? [], change, keyOf).slice(-most) };
}

const THEIRS = "/theirs";

/** Each side draws the ids of its calls by itself: one of theirs under an id of ours has a key of its own. */
function called(held: Record<string, Call[]>, change: Change): Record<string, Call[]> {
  const key = String(change.key);
  const theirs = key.endsWith(THEIRS);
  const double = (each: Call): boolean =>
    !each.ours && (held[String(change.line)] ?? []).some((other) => other.ours && other.call === each.call);
  const keyOf = (each: Call): string => (theirs || double(each) ? each.call + (each.ours ? "" : THEIRS) : each.call);
  return inLine(held, change, BOUNDS.calls, keyOf);
}
