// The coastline's file joins what the edge of a flat map had cut: there a ring steps from 180° east to 180° west. Drawn as
// it stands such a step is a line across the whole map, which somebody would take for a border.

import type { Position } from "geojson";

const POLE = 90;

/** The same ring with longitudes that go on counting beyond 180; one around a pole is closed over it. */
export function steady(ring: readonly Position[]): Position[] {
  let turns = 0;
  const row = ring.map(([longitude, latitude], at): Position => {
    const before = ring[at - 1]?.[0] ?? (longitude as number);
    turns += Math.round((before - (longitude as number)) / 360);
    return [(longitude as number) + 360 * turns, latitude as number];
  });
  const [first, last] = [row[0] as Position, row.at(-1) as Position];
  if (Math.abs((last[0] as number) - (first[0] as number)) < 180) return row;
  const pole = (first[1] as number) < 0 ? -POLE : POLE;
  return [...row, [last[0] as number, pole], [first[0] as number, pole], first];
}

function middle(ring: readonly Position[]): number {
  let [west, east] = [Infinity, -Infinity];
  for (const [longitude] of ring) [west, east] = [Math.min(west, longitude as number), Math.max(east, longitude as number)];
  return (west + east) / 2;
}

const shifted = (ring: readonly Position[], near: number): Position[] => {
  const by = 360 * Math.round((near - middle(ring)) / 360);
  return by ? ring.map(([longitude, latitude]) => [(longitude as number) + by, latitude as number]) : [...ring];
};

/** A polygon whose seas inside lie in the same turn around the earth as its shore. */
export function steadyPolygon([shore = [], ...seas]: readonly Position[][]): Position[][] {
  const outer = shifted(steady(shore), 0);
  const at = middle(outer);
  return [outer, ...seas.map((each) => shifted(steady(each), at))];
}
