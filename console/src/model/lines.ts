// How a line stands, as a word, a shape and a colour: the shape and the word say all, the colour only repeats it.

import type { LineStatus } from "./wire.ts";

export type Standing = "up" | "unproven" | "degraded" | "down" | "suspended" | "closed" | "unopened";

export interface LineView {
  name: string;
  standing: Standing;
  /** A sign that differs in its outline, not only in its fill. */
  shape: string;
  tone: "good" | "unknown" | "caution" | "bad";
  /** Milliseconds since the newest sign of life of the counterpart's node; null where there was none. */
  proofAge: number | null;
  /** Whether that is longer ago than agreed. */
  stale: boolean;
  reasons: string[];
}

const SHAPES: Record<Standing, string> = {
  up: "●", unproven: "◌", degraded: "◐", down: "✕", suspended: "‖", closed: "■", unopened: "…",
};
const TONES: Record<Standing, LineView["tone"]> = {
  up: "good", unproven: "unknown", degraded: "caution", down: "bad", suspended: "caution", closed: "unknown",
  unopened: "unknown",
};

export function standing(line: LineStatus): Standing {
  if (line.closed) return "closed";
  if (!line.open) return "unopened";
  if (line.colour === "red" || line.links === 0) return "down";
  if (line.suspended.length) return "suspended";
  if (line.colour === "unknown") return "unproven";
  return line.colour === "amber" ? "degraded" : "up";
}

export function lineView(line: LineStatus, now: number): LineView {
  const stands = standing(line);
  return {
    name: line.name,
    standing: stands,
    shape: SHAPES[stands],
    tone: TONES[stands],
    proofAge: line.heard_at === null ? null : Math.max(0, now - line.heard_at),
    stale: line.overdue.some((each) => each.kind === "contact" || each.kind === "check"),
    reasons: line.reasons.filter((each) => each !== "answered"),
  };
}

/** Lines in the order of their names, which is the order of the keys 1 to 9. */
export const ordered = (lines: Record<string, LineStatus>): LineStatus[] =>
  Object.values(lines).sort((one, other) => (one.name < other.name ? -1 : 1));

/** Whether anything on the page is only an exercise. */
export const isExercise = (lines: Record<string, LineStatus>): boolean =>
  Object.values(lines).some((each) => each.environment === "exercise");
