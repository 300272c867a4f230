// Questions and incidents as the console's server shows them, and what of them is drawn on the map.

import { areaOf } from "../map/nearby.ts";
import type { MapNotice } from "../map/wire.ts";
import type { Precedence } from "../wire.ts";
import type { NoticeArea } from "./wire.ts";

export interface Reply {
  officer: string;
  at: number;
  text: string;
  meeting: string;
  late: boolean;
  area: NoticeArea;
}

export interface Question {
  ask: string;
  ours: boolean;
  at: number;
  officer: string;
  precedence: Precedence;
  question: string;
  basis: string;
  reply_by: number;
  replies: Reply[];
  area: NoticeArea;
}

export interface Version {
  entry: string;
  officer: string;
  at: number;
  from_at: number;
  until_at: number;
  objects: string;
  damage: string;
  texts: Record<string, string>;
  area: NoticeArea;
}

/** The versions of both sides, each in its order; the last of a side counts. */
export interface Incident {
  incident: string;
  awaited: "ours" | "theirs" | null;
  ours: Version[];
  theirs: Version[];
}

export const hasArea = (area: NoticeArea): boolean => area.kind !== "none";

/** How long after its clock or its end a question or an incident stays on the map. */
export const STAYS_MS = 7 * 24 * 3_600_000;

const drawn = (id: string, line: string, ours: boolean, title: string, area: NoticeArea, from: number, until: number): MapNotice => ({
  id, line, side: ours ? "ours" : "theirs", title, state: "issued", windows: [[from, until + STAYS_MS]], areas: [areaOf(area)],
  findings: [], confirmed: true,
});

/** A question where it asks about, and what was said in reply where that names a place. */
export function onMap(line: string, question: Question, title: (what: "question" | "reply", text: string) => string): MapNotice[] {
  const { ask, ours, at, reply_by } = question;
  const until = Math.max(reply_by, at);
  const replies = question.replies.flatMap((each, number) =>
    hasArea(each.area) ? [drawn(`${ask}/${number}`, line, !ours, title("reply", each.text), each.area, each.at, until)] : [],
  );
  return [...(hasArea(question.area) ? [drawn(ask, line, ours, title("question", question.question), question.area, at, until)] : []), ...replies];
}

/** The newest version of each side, where it names a place. */
export function versionsOnMap(line: string, incident: Incident, title: (version: Version) => string): MapNotice[] {
  return (["ours", "theirs"] as const).flatMap((side) => {
    const newest = incident[side].at(-1);
    if (!newest || !hasArea(newest.area)) return [];
    return [drawn(`${incident.incident}/${side}`, line, side === "ours", title(newest), newest.area, newest.from_at, newest.until_at)];
  });
}
