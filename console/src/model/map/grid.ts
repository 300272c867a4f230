// A place as people write it: degrees and minutes for the sea, a grid reference for the land.

import { forward } from "mgrs";

import type { Position } from "./wire.ts";

const DIGITS = 5; // one metre

function part(value: number, width: number, letters: readonly [string, string]): string {
  const thousandths = Math.round(Math.abs(value) * 60_000);
  const [degrees, minutes] = [Math.floor(thousandths / 60_000), (thousandths % 60_000) / 1000];
  const written = `${String(degrees).padStart(width, "0")}°${minutes.toFixed(3).padStart(6, "0")}′`;
  return `${written} ${letters[value < 0 ? 1 : 0]}`;
}

const turned = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

/** `49°35.298′ N, 036°07.200′ E`; the letters are the same in all languages, as on charts. */
export const degreesMinutes = ([latitude, longitude]: Position): string =>
  `${part(latitude, 2, ["N", "S"])}, ${part(turned(longitude), 3, ["E", "W"])}`;

/** `36UYA 12345 67890`; empty near the poles, where this grid ends. */
export function gridReference([latitude, longitude]: Position): string {
  if (latitude < -80 || latitude >= 84) return "";
  const reference = forward([turned(longitude), latitude], DIGITS);
  const at = reference.length - 2 * DIGITS;
  return `${reference.slice(0, at)} ${reference.slice(at, at + DIGITS)} ${reference.slice(at + DIGITS)}`;
}

/** With what it may be off by, where that is known. */
export const about = (metres: number, unsure: number): string =>
  unsure > 0 ? `${distance(metres)} ±${distance(unsure)}` : distance(metres);

/** `23.6 km`, `840 m`: whole metres below a kilometre, hundreds of metres above. */
export const distance = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`;
