// What MapLibre draws: one collection of features for all areas, one for symbols, one for lines of proximity.

import type { Feature, FeatureCollection, Geometry } from "geojson";

import { circle, metresPerPixel, unrolled } from "./earth.ts";
import { about } from "./grid.ts";
import type { Approach, Area, Layer, MapNotice, Picture, Position, Site, Track } from "./wire.ts";

const turned = ([latitude, longitude]: Position): [number, number] => [longitude, latitude];
const line = (row: readonly Position[]): [number, number][] => unrolled(row).map(turned);
const ring = (row: readonly Position[]): [number, number][] => line([...row, ...row.slice(0, 1)]);

/** The geometry of an area, or null where nothing can be drawn. */
export function geometry(area: Area): Geometry | null {
  const [first] = area.rings;
  if (!first?.length) return null;
  switch (area.kind) {
    case "circle":
      return { type: "Polygon", coordinates: [ring(circle(first[0] as Position, area.radius_m ?? 0))] };
    case "polygon":
    case "multipolygon":
      return { type: "MultiPolygon", coordinates: area.rings.map((each) => [ring(each)]) };
    case "line":
    case "corridor":
      return { type: "LineString", coordinates: line(first) };
    case "point":
    case "named":
      return { type: "MultiPoint", coordinates: first.map(turned) };
    default:
      return null;
  }
}

/** How wide a line of so many metres on either side is drawn at zoom 0. */
function width(area: Area, metres: number): number {
  const row = area.rings.flat();
  const middle = row.reduce((sum, [latitude]) => sum + latitude, 0) / Math.max(row.length, 1);
  return (2 * metres) / metresPerPixel(middle);
}

type Properties = Record<string, string | number | boolean>;

function feature(id: string, area: Area, properties: Properties): Feature[] {
  const drawn = geometry(area);
  const reach = width(area, area.buffer_m);
  return drawn ? [{ type: "Feature", geometry: drawn, properties: { id, reach, outline: area.kind, ...properties } }] : [];
}

const ofNotice = (notice: MapNotice): Feature[] =>
  notice.areas.flatMap((area) =>
    feature(notice.id, area, { what: "notice", side: notice.side, label: notice.title, sure: notice.confirmed && area.kind !== "named" }),
  );

function ofSite(site: Site): Feature[] {
  const reach = width(site.area, site.threshold_m + site.area.buffer_m);
  return feature(site.id, site.area, { what: "site", side: "ours", label: site.name, sure: true }).map((each) => ({
    ...each,
    properties: { ...each.properties, reach },
  }));
}

const ofLayer = (layer: Layer): Feature[] =>
  layer.areas.flatMap(({ label, area }) => feature(layer.id, area, { what: "layer", side: "third", label, sure: layer.agreed }));

const symbol = (track: Track): Feature => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [track.longitude, track.latitude] },
  properties: {
    id: track.id, what: "track", side: track.side, label: track.doubt ? `${track.label} ?` : track.label,
    course: track.course ?? 0, moving: track.course !== null, sure: track.doubt === null,
  },
});

/** The line between the two, and in its middle how long it is: written however short the line is drawn. */
function measured(each: Approach): Feature[] {
  const [from, to] = line([each.from, each.to]) as [[number, number], [number, number]];
  const properties = { id: each.id, what: "approach", state: each.state, metres: each.distance_m, label: about(each.distance_m, each.uncertainty_m) };
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return [
    { type: "Feature", geometry: { type: "LineString", coordinates: [from, to] }, properties },
    { type: "Feature", geometry: { type: "Point", coordinates: middle }, properties },
  ];
}

const around = (area: Area, metres: number): readonly Position[] => {
  const places = area.rings.flat();
  return metres ? places.flatMap((each) => circle(each, metres, 4)) : places;
};

/** Places that a look at the whole picture has to hold, each with what reaches around it. */
export const placesOf = (picture: Picture): Position[] => [
  ...[...picture.layers.flatMap((each) => each.areas.map(({ area }) => area)), ...picture.notices.flatMap((each) => each.areas)].flatMap(
    (area) => around(area, area.radius_m ?? 0),
  ),
  ...picture.sites.flatMap(({ area, threshold_m }) => around(area, threshold_m)),
  ...picture.tracks.map((each): Position => [each.latitude, each.longitude]),
];

const all = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

export interface Drawn {
  areas: FeatureCollection;
  tracks: FeatureCollection;
  approaches: FeatureCollection;
}

export const drawn = (picture: Picture): Drawn => ({
  areas: all([...picture.layers.flatMap(ofLayer), ...picture.notices.flatMap(ofNotice), ...picture.sites.flatMap(ofSite)]),
  tracks: all(picture.tracks.map(symbol)),
  approaches: all(picture.approaches.flatMap(measured)),
});
