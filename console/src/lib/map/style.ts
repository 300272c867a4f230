// The layers of the map, in the colours of the page's palette. Theirs is dashed and ours is not; what nobody has confirmed
// is dotted: in the red palette nothing else is left to tell them apart.

import type { ExpressionSpecification as Expression, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { FeatureCollection } from "geojson";

import type { OwnMap } from "../../model/map/archive.ts";
import type { Drawn } from "../../model/map/shapes.ts";
import type { Palette } from "../preferences.svelte.ts";
import { colour, landColour } from "./colour.ts";
import { ownLayers, ownSource, SOURCE } from "./own-style.ts";

const FONT = ["Noto Sans"];
const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };
export const SOURCES = ["areas", "tracks", "approaches"] as const satisfies readonly (keyof Drawn)[];

/** Metres as pixels at every zoom: doubled with each step. */
const metres = (share: number): Expression => [
  "interpolate", ["exponential", 2], ["zoom"], 0, ["*", ["get", "reach"], share], 24, ["*", ["get", "reach"], share * 2 ** 24],
];
const all = (...parts: Expression[]): Expression => ["all", ...parts];
const is = (name: string, value: string | boolean): Expression => ["==", ["get", name], value];
const isDot: Expression = ["==", ["geometry-type"], "Point"];
const isFace: Expression = ["==", ["geometry-type"], "Polygon"];
const inked = (): { "text-color": string; "text-halo-color": string; "text-halo-width": number } => ({
  "text-color": colour("ink"), "text-halo-color": colour("ground"), "text-halo-width": 2,
});

const dashes: readonly [string, Expression, number[] | null][] = [
  ["ours", all(is("sure", true), ["!", is("side", "theirs")]), null],
  ["theirs", all(is("sure", true), is("side", "theirs")), [4, 2]],
  ["unsure", is("sure", false), [1, 2]],
];

const outline = ([name, filter, dash]: (typeof dashes)[number]): LayerSpecification => ({
  id: `outline-${name}`, type: "line", source: "areas", filter: all(["!", isDot], filter),
  paint: { "line-color": colour("ink"), "line-width": 2, ...(dash ? { "line-dasharray": dash } : {}) },
});

const reach = (): LayerSpecification[] => [
  { id: "fill", type: "fill", source: "areas", filter: all(is("what", "notice"), isFace), paint: { "fill-color": colour("soft"), "fill-opacity": 0.2 } },
  {
    id: "reach", type: "line", source: "areas", filter: all(["!", isDot], [">", ["get", "reach"], 0]),
    layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": colour("act"), "line-opacity": 0.16, "line-width": metres(1) },
  },
  {
    id: "ring", type: "circle", source: "areas", filter: all(isDot, [">", ["get", "reach"], 0]),
    paint: {
      "circle-radius": metres(0.5), "circle-color": colour("act"), "circle-opacity": 0.1,
      "circle-stroke-color": colour("ink"), "circle-stroke-width": 1, "circle-pitch-alignment": "map",
    },
  },
];

const labels = (): LayerSpecification[] => [
  {
    id: "dots", type: "symbol", source: "areas", filter: isDot,
    layout: {
      "icon-image": ["get", "side"], "icon-allow-overlap": true, "icon-size": 0.5, "text-field": ["get", "label"], "text-font": FONT,
      "text-size": 12, "text-anchor": "top", "text-offset": [0, 0.9], "text-optional": true,
    },
    paint: inked(),
  },
  {
    id: "names", type: "symbol", source: "areas", filter: ["!", isDot],
    layout: { "text-field": ["get", "label"], "text-font": FONT, "text-size": 12, "text-max-width": 14 }, paint: inked(),
  },
];

const moving = (): LayerSpecification[] => [
  { id: "nearness", type: "line", source: "approaches", filter: ["!", isDot], paint: { "line-color": colour("ink"), "line-width": 2, "line-dasharray": [1, 1] } },
  {
    id: "courses", type: "symbol", source: "tracks", filter: is("moving", true),
    layout: { "icon-image": "pointer", "icon-rotate": ["get", "course"], "icon-rotation-alignment": "map", "icon-allow-overlap": true, "icon-size": 0.5 },
  },
  {
    id: "tracks", type: "symbol", source: "tracks",
    layout: {
      "icon-image": ["get", "side"], "icon-allow-overlap": true, "icon-size": 0.5, "text-field": ["get", "label"], "text-font": FONT,
      "text-size": 11, "text-anchor": "left", "text-offset": [1, 0], "text-optional": true,
    },
    paint: inked(),
  },
  // last, so that it is placed first: a name gives way to a distance
  {
    id: "distances", type: "symbol", source: "approaches", filter: isDot,
    layout: {
      "text-field": ["get", "label"], "text-font": FONT, "text-size": 13, "text-max-width": 20, "symbol-sort-key": ["get", "metres"],
      "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.7,
    },
    paint: inked(),
  },
];

/** The whole style: the coast, the map of one's own under it where it is wanted, and what is drawn above both. */
export const style = (land: FeatureCollection, own: OwnMap | null, palette: Palette): StyleSpecification => ({
  version: 8,
  sources: {
    land: { type: "geojson", data: land },
    ...(own ? { [SOURCE]: ownSource(own, palette) } : {}),
    ...Object.fromEntries(SOURCES.map((each) => [each, { type: "geojson" as const, data: NOTHING }])),
  },
  layers: [
    { id: "sea", type: "background", paint: { "background-color": colour("ground") } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": landColour() } },
    ...(own ? ownLayers(own, palette) : []),
    { id: "coast", type: "line", source: "land", paint: { "line-color": colour(own && own.form !== "mvt" ? "edge-strong" : "edge"), "line-width": 1 } },
    ...reach(), ...dashes.map(outline), ...labels(), ...moving(),
  ],
});
