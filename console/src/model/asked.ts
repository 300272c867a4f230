// What is asked of the person at this desk now, the most urgent first. A machine's alert is not among it: only what
// the other side, or an own promise, waits for.

import { rankOf, ringingHere } from "./calls.ts";
import { waitsForUs } from "./course.ts";
import type { Views } from "./fold.ts";
import { isOwn, maySecond, type Release } from "./release.ts";
import type { Call, Message, Precedence, Request } from "./wire.ts";

export type Ask =
  | { kind: "answer_call"; line: string; precedence: Precedence; at: number; call: Call }
  | { kind: "read_message"; line: string; precedence: Precedence; at: number; message: Message }
  | { kind: "reply_request"; line: string; precedence: Precedence; at: number; request: Request }
  | { kind: "agree_minutes"; line: string; precedence: Precedence; at: number; call: Call }
  | { kind: "release_message" | "follow_release"; line: string; precedence: Precedence; at: number; release: Release }
  | { kind: "take_watch"; line: string; precedence: Precedence; at: number; desk: string };

export function asked(views: Views, desk: string): Ask[] {
  const asks = Object.keys(views.lines).flatMap((line) => [
    ...calls(views, line),
    ...messages(views, line, desk),
    ...requests(views, line),
    ...minutes(views, line),
    ...releases(views, line),
    ...watches(views, line, desk),
  ]);
  return asks.sort((one, other) => weight(other) - weight(one) || one.at - other.at);
}

/** Tells one ask from all others, however many came in one millisecond. */
export const idOf = (ask: Ask): string => [ask.kind, ask.line, subjectOf(ask)].join("/");

function subjectOf(ask: Ask): string {
  if ("message" in ask) return ask.message.hash;
  if ("release" in ask) return ask.release.id;
  if ("request" in ask) return ask.request.request;
  return "call" in ask ? `${ask.call.call}/${ask.call.ours}` : ask.desk;
}

const KINDS: Record<Ask["kind"], number> = {
  answer_call: 4, read_message: 3, release_message: 3, reply_request: 2, follow_release: 1, agree_minutes: 1, take_watch: 0,
};
/** What we wrote and others have still to release, or have sent, asks nothing of us now. */
const isCalm = (ask: Ask): boolean =>
  ask.kind === "follow_release" && (ask.release.state === "waiting" || ask.release.state === "sent");
const weight = (ask: Ask): number => 10 * rankOf(isCalm(ask) ? "routine" : ask.precedence) + KINDS[ask.kind];

const calls = (views: Views, line: string): Ask[] =>
  ringingHere(views.calls[line] ?? []).map((call) => ({
    kind: "answer_call", line, precedence: call.precedence, at: call.learnt_at, call,
  }));

/** Messages for this desk that no person of ours has answered for: neither read nor refused. */
const messages = (views: Views, line: string, desk: string): Ask[] =>
  (views.messages[line] ?? [])
    .filter((each) => !each.ours && each.to.includes(desk) && isUnread(each))
    .map((message) => ({ kind: "read_message", line, precedence: message.precedence, at: message.at, message }));

export const isUnread = (message: Message): boolean =>
  !message.proofs.some((each) => ["read", "acknowledged", "refused"].includes(each.level));

const requests = (views: Views, line: string): Ask[] =>
  (views.requests[line] ?? [])
    .filter((each) => each.our_turn)
    .map((request) => ({ kind: "reply_request", line, precedence: request.precedence, at: request.at, request }));

/** Minutes in which the other side has the last word. */
const minutes = (views: Views, line: string): Ask[] =>
  (views.calls[line] ?? [])
    .filter((each) => waitsForUs(each, views.entries[line] ?? []))
    .map((call) => ({ kind: "agree_minutes", line, precedence: "routine", at: call.learnt_at, call }));

/** What waits for us as the second officer, and what becomes of what we signed first. */
function releases(views: Views, line: string): Ask[] {
  return views.releases.filter((each) => each.line === line).flatMap((release): Ask[] => {
    const { precedence, at } = release;
    if (maySecond(release, views.session)) return [{ kind: "release_message", line, precedence, at, release }];
    return isOwn(release, views.session) ? [{ kind: "follow_release", line, precedence, at, release }] : [];
  });
}

function watches(views: Views, line: string, desk: string): Ask[] {
  const status = views.lines[line];
  if (!status?.open || status.closed || !status.desks.includes(desk)) return [];
  if (status.watches.some((each) => each.desk === desk)) return [];
  return [{ kind: "take_watch", line, precedence: "routine", at: views.now, desk }];
}
