// How the map of one's own is drawn: by what a layer is, in greys of the palette. Only layers that the server named are
// drawn; of those, roads and rivers as lines and the rest as faces, so that neither a name nor a boundary finds a rule.

import type { ExpressionSpecification as Expression, FillLayerSpecification, LayerSpecification, LineLayerSpecification, SourceSpecification } from "maplibre-gl";

import type { Ground, OwnMap } from "../../model/map/archive.ts";
import type { Palette } from "../preferences.svelte.ts";
import { colour, landColour } from "./colour.ts";

export const SOURCE = "own";
const PICTURE_PIXELS = 256;

interface Paint {
  fill: NonNullable<FillLayerSpecification["paint"]>;
  line?: NonNullable<LineLayerSpecification["paint"]>;
}

function paints(): Record<Ground, Paint> {
  const [edge, ground] = [colour("edge"), colour("ground")];
  const wide: Expression = ["interpolate", ["exponential", 1.6], ["zoom"], 5, 0.6, 18, 9];
  const line = (opacity: number): NonNullable<Paint["line"]> => ({ "line-color": edge, "line-opacity": opacity, "line-width": wide });
  return {
    land: { fill: { "fill-color": landColour() } },
    green: { fill: { "fill-color": edge, "fill-opacity": 0.1 } },
    water: { fill: { "fill-color": ground }, line: line(0.5) },
    road: { fill: { "fill-color": edge, "fill-opacity": 0.3 }, line: line(1) },
    building: { fill: { "fill-color": edge, "fill-opacity": 0.45 } },
  };
}

function drawn(name: string, { fill, line }: Paint): LayerSpecification[] {
  const rest = { source: SOURCE, "source-layer": name };
  const face: LayerSpecification = { ...rest, id: `${SOURCE}-${name}`, type: "fill", paint: fill, filter: ["==", ["geometry-type"], "Polygon"] };
  if (!line) return [face];
  return [face, { ...rest, id: `${SOURCE}-${name}-lines`, type: "line", paint: line, filter: ["==", ["geometry-type"], "LineString"] }];
}

/** How bright a picture may be, and how much of its colours is left: it must neither blind nor hide what lies above it. */
const LIGHT: Record<Palette, readonly [number, number]> = { day: [1, 0], dusk: [0.5, -0.4], night: [0.3, -0.6], red: [0.45, 0] };

export function ownLayers(own: OwnMap, palette: Palette): LayerSpecification[] {
  const painted = paints();
  if (own.form === "mvt") return own.layers.flatMap(({ name, role }) => drawn(name, painted[role]));
  const [brightness, saturation] = LIGHT[palette];
  const paint = { "raster-brightness-max": brightness, "raster-saturation": saturation, "raster-fade-duration": 0 };
  return [{ id: SOURCE, type: "raster", source: SOURCE, paint }];
}

/** Its tiles. The palette stands in their address: pictures painted for one are not shown in another. */
export function ownSource(own: OwnMap, palette: Palette): SourceSpecification {
  const [west, south, east, north] = own.bounds;
  const bounds: [number, number, number, number] = [west, south, east, north];
  const rest = { tiles: [`${SOURCE}://${palette}/{z}/{x}/{y}`], minzoom: own.zooms[0], maxzoom: own.zooms[1], bounds };
  return own.form === "mvt" ? { type: "vector", ...rest } : { type: "raster", tileSize: PICTURE_PIXELS, ...rest };
}
