// Where on the map an alarm is to be judged.

import type { Picture, Position } from "./wire.ts";

/** Both ends of the nearest approach to the site that an alarm names; null where no such thing is on the map (yet). */
export function alarmed(picture: Picture, parameters: Readonly<Record<string, unknown>>): readonly Position[] | null {
  const site = String(parameters["site"] ?? "");
  const there = picture.approaches.filter((each) => site && each.site.startsWith(site) && each.state !== "cleared");
  const nearest = there.toSorted((one, other) => one.distance_m - other.distance_m)[0];
  return nearest ? [nearest.from, nearest.to] : null;
}
