// Everything on the map as a list, nearest danger first: for those who do not see the map, and for those who want words.

import { about, degreesMinutes, distance } from "./grid.ts";
import type { Area, Picture, Position, Side } from "./wire.ts";

export type Sort = "approach" | "notice" | "site" | "track" | "layer";

export interface Row {
  id: string;
  sort: Sort;
  side: Side;
  title: string;
  /** Where it is, in the form of charts; empty where it has no place. */
  place: string;
  /** `distance` of an approach, `radius` of a circle, else empty. */
  measure: string;
  /** A state, or what speaks against it: a key of the catalogue. */
  state: string;
  at: Position | null;
}

const middle = (area: Area): Position | null => area.rings[0]?.[0] ?? null;
const written = (at: Position | null): string => (at ? degreesMinutes(at) : "");
const size = (area: Area): string =>
  area.radius_m !== null ? distance(area.radius_m) : area.buffer_m ? `±${distance(area.buffer_m)}` : "";

export function rows(picture: Picture): Row[] {
  const nearest = picture.approaches.toSorted((one, other) => one.distance_m - other.distance_m);
  return [
    ...nearest.map((each) => ({
      id: each.id, sort: "approach" as const, side: each.side, title: `${each.other} – ${each.site}`, place: written(each.from),
      measure: about(each.distance_m, each.uncertainty_m), state: each.state, at: each.from,
    })),
    ...picture.notices.flatMap((each) => {
      const areas = each.areas.length ? each.areas : [null];
      return areas.map((area, number) => ({
        id: `${each.id}/${number}`, sort: "notice" as const, side: each.side, title: each.title, place: written(area && middle(area)),
        measure: area ? size(area) : "", state: each.confirmed ? each.state : "unconfirmed", at: area && middle(area),
      }));
    }),
    ...picture.sites.map((each) => ({
      id: each.id, sort: "site" as const, side: "ours" as const, title: each.name, place: written(middle(each.area)),
      measure: distance(each.threshold_m), state: "", at: middle(each.area),
    })),
    ...picture.tracks.map((each) => ({
      id: each.id, sort: "track" as const, side: each.side, title: each.label, place: degreesMinutes([each.latitude, each.longitude]),
      measure: each.altitude_m === null ? "" : `${Math.round(each.altitude_m)} m`, state: each.doubt ?? (each.altitude_m === null ? "no_altitude" : ""),
      at: [each.latitude, each.longitude] as const,
    })),
    ...picture.layers.flatMap((layer) =>
      layer.areas.map(({ label, area }, number) => ({
        id: `${layer.id}/${number}`, sort: "layer" as const, side: "third" as const, title: label === layer.name ? `${label} (${layer.author})` : `${label} (${layer.name}, ${layer.author})`,
        place: written(middle(area)), measure: "", state: layer.agreed ? "agreed" : "one_sided", at: middle(area),
      })),
    ),
  ];
}
