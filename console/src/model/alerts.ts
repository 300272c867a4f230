// Alerts in the order in which they ask for a person, and which of their sounds is due.
//
// raised -> unacknowledged (-> half, where two are needed) -> acknowledged -> closed when it is over; what ends by itself
// stays until acknowledged.

import { show } from "./text.ts";
import { short } from "./times.ts";
import type { Alert, Rank } from "./wire.ts";

export type AlertState = "unacknowledged" | "half" | "acknowledged" | "rectified" | "shelved";

export const RANKS: readonly Rank[] = ["emergency", "alarm", "warning", "caution"];
export const MARKS: Record<Rank, string> = { emergency: "◆", alarm: "▲", warning: "○", caution: "□" };
export const FLOOD_COUNT = 10; // alerts in FLOOD_MINUTES that no person can work through (EEMUA 191)
export const FLOOD_MINUTES = 10;

/** `rectified` means: over by itself, and nobody has acknowledged that it was. */
export function stateOf(alert: Alert, now: number): AlertState {
  if ((alert.shelved_until ?? 0) > now) return "shelved";
  if (alert.state) return alert.state;
  if (alert.acknowledged_at) return "acknowledged";
  return alert.rectified_at ? "rectified" : "unacknowledged";
}

const isOpen = (alert: Alert, now: number): boolean => stateOf(alert, now) !== "acknowledged" && stateOf(alert, now) !== "shelved";
const weight = (alert: Alert, now: number): number => (isOpen(alert, now) ? 0 : 10) + RANKS.indexOf(alert.rank);

/** Those that still ask for somebody first, by rank, the newest of a rank first. Shelved ones are left out. */
export function sorted(alerts: readonly Alert[], now: number): Alert[] {
  return alerts
    .filter((each) => stateOf(each, now) !== "shelved")
    .toSorted((one, other) => weight(one, now) - weight(other, now) || other.raised_at - one.raised_at);
}

export const shelved = (alerts: readonly Alert[], now: number): Alert[] =>
  alerts.filter((each) => stateOf(each, now) === "shelved");

/** What its sentence is filled with: instants as they are read, texts of others as what they are. */
export function values(alert: Alert, now: number): Record<string, string | number> {
  const entries = Object.entries(alert.parameters).map(([name, value]) => {
    if (name.endsWith("_at") && typeof value === "number") return [name, short(value, now)];
    return [name, typeof value === "string" ? show(value) : value];
  });
  return Object.fromEntries(entries);
}

/** The one that F2 acknowledges. */
export const top = (alerts: readonly Alert[], now: number): Alert | null =>
  sorted(alerts, now).find((each) => isOpen(each, now)) ?? null;

/** An emergency is never put aside. */
export const mayShelve = (alert: Alert): boolean => alert.rank !== "emergency";

export const isSilenced = (alert: Alert, now: number): boolean => (alert.silenced_until ?? 0) > now;

/** The gravest sound that is due now. A caution has none. */
export function sounding(alerts: readonly Alert[], now: number): "alarm" | "warning" | null {
  const due = alerts.filter((each) => isOpen(each, now) && !isSilenced(each, now)).map((each) => each.rank);
  if (due.includes("emergency") || due.includes("alarm")) return "alarm";
  return due.includes("warning") ? "warning" : null;
}

export function isFlood(alerts: readonly Alert[], now: number): boolean {
  const since = now - FLOOD_MINUTES * 60_000;
  return alerts.filter((each) => each.raised_at > since).length > FLOOD_COUNT;
}
