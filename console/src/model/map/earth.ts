// Drawing on the ellipsoid. What decides is computed by the node (docs/proximity.md); this here only draws, and is right
// to a thousandth of a radius up to 500 km.

import type { Position } from "./wire.ts";

const A = 6_378_137;
const E2 = 0.006_694_379_990_14;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;
const deg = (radians: number): number => (radians * 180) / Math.PI;

/** The radius of curvature at a latitude in the direction of an azimuth (Euler). */
function curvature(latitude: number, azimuth: number): number {
  const root = 1 - E2 * Math.sin(rad(latitude)) ** 2;
  const [meridian, prime] = [(A * (1 - E2)) / root ** 1.5, A / Math.sqrt(root)];
  return 1 / (Math.cos(azimuth) ** 2 / meridian + Math.sin(azimuth) ** 2 / prime);
}

/** The place at a distance and azimuth (radians) from another; its longitude may go beyond 180. */
export function placeAt([latitude, longitude]: Position, distance: number, azimuth: number): Position {
  const arc = distance / curvature(latitude, azimuth);
  const from = rad(latitude);
  const to = Math.asin(Math.sin(from) * Math.cos(arc) + Math.cos(from) * Math.sin(arc) * Math.cos(azimuth));
  const turn = Math.atan2(
    Math.sin(azimuth) * Math.sin(arc) * Math.cos(from),
    Math.cos(arc) - Math.sin(from) * Math.sin(to),
  );
  return [deg(to), longitude + deg(turn)];
}

/** The corners of a circle, not closed. */
export const circle = (middle: Position, radius: number, corners = 96): Position[] =>
  Array.from({ length: corners }, (_, at) => placeAt(middle, radius, (2 * Math.PI * at) / corners));

/** A row of places whose longitudes never jump: one beyond 180 goes on counting. */
export function unrolled(places: readonly Position[]): Position[] {
  const done: Position[] = [];
  for (const [latitude, longitude] of places) {
    const last = done.at(-1)?.[1] ?? longitude;
    done.push([latitude, longitude + 360 * Math.round((last - longitude) / 360)]);
  }
  return done;
}

/** South-west and north-east corner of all places; null where there are none. */
export function bounds(places: readonly Position[]): [Position, Position] | null {
  if (!places.length) return null;
  const row = unrolled(places);
  const [latitudes, longitudes] = [row.map((each) => each[0]), row.map((each) => each[1])];
  return [
    [Math.min(...latitudes), Math.min(...longitudes)],
    [Math.max(...latitudes), Math.max(...longitudes)],
  ];
}

/** Metres that one pixel of a Web Mercator map covers at zoom 0, tiles of 512 pixels. */
export const metresPerPixel = (latitude: number): number => (2 * Math.PI * A * Math.cos(rad(latitude))) / 512;
