// The record as a list for people: which entries a filter shows, what each is about, and who holds a copy.

import type { Call, Entry, LineStatus, Message } from "./wire.ts";

export const FILTERS = ["all", "calls", "messages", "checks", "watch", "line"] as const;
export type Filter = (typeof FILTERS)[number];

const PREFIXES: Record<Exclude<Filter, "all">, string[]> = {
  calls: ["call_"],
  messages: ["message", "voice_", "receipt_", "statement", "notice", "escalation_"],
  checks: ["check_"],
  watch: ["watch_"],
  line: [
    "line_", "segment_", "session_", "epoch_", "card", "revoke", "checkpoint", "witness_", "log_", "clock_", "proof_",
    "explain", "status", "body_", "roster",
  ],
};

export const passes = (entry: Entry, filter: Filter): boolean =>
  filter === "all" || PREFIXES[filter].some((each) => entry.kind.startsWith(each));

export interface Row extends Entry {
  line: string;
  /** `both` where the counterpart has signed that it holds the entry or wrote it; `disagree` where two versions exist. */
  copies: "own" | "both" | "disagree";
  call: Call | null;
  message: Message | null;
}

export interface Source {
  line: LineStatus;
  entries: readonly Entry[];
  calls: readonly Call[];
  messages: readonly Message[];
}

/** Rows of several lines, the newest first. */
export function rows(sources: readonly Source[], filter: Filter, most = 500): Row[] {
  return sources
    .flatMap((source) => rowsOf(source, filter))
    .sort((one, other) => other.at - one.at || other.position - one.position)
    .slice(0, most);
}

function rowsOf({ line, entries, calls, messages }: Source, filter: Filter): Row[] {
  const callBy = new Map(calls.map((each) => [each.call, each]));
  const messageBy = new Map(messages.map((each) => [each.hash, each]));
  const disputed = new Set(JSON.stringify(line.contradictions).match(/[0-9a-f]{64}/g));
  const open = unreceipted(line, entries);
  return entries.filter((each) => passes(each, filter)).map((each) => ({
    ...each,
    line: line.name,
    copies: disputed.has(each.hash) ? "disagree" : each.ours && open(each) ? "own" : "both",
    call: callBy.get(each.about?.call ?? "") ?? null,
    message: messageBy.get(each.about?.messages?.[0] ?? each.hash) ?? null,
  }));
}

/** Of our own entries: those from the oldest on that the counterpart has not said to hold. */
function unreceipted(line: LineStatus, entries: readonly Entry[]): (entry: Entry) => boolean {
  const oldest = line.unreceipted?.oldest;
  if (!oldest) return () => false;
  const from = entries.find((each) => each.entry === oldest)?.position ?? 0;
  return (entry) => entry.position >= from;
}
