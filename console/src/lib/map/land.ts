// The coastline, from Natural Earth, without any border: borders come only as layers that somebody signed.

import type { FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/land-50m.json?url";
import fine from "world-atlas/land-10m.json?url";

import { steadyPolygon } from "../../model/map/coast.ts";

export type Grain = "coarse" | "fine";
export const FINE_FROM_ZOOM = 5;
const ADDRESSES: Record<Grain, string> = { coarse, fine };

/** Raises TypeError when it cannot be fetched. */
export async function land(grain: Grain): Promise<FeatureCollection> {
  const answer = await fetch(ADDRESSES[grain]);
  const topology = (await answer.json()) as Topology<{ land: GeometryCollection }>;
  const { features } = feature(topology, topology.objects.land);
  return { type: "FeatureCollection", features: features.map((each) => ({ ...each, geometry: whole(each.geometry) })) };
}

function whole(shape: Geometry): Geometry {
  if (shape.type === "Polygon") return { ...shape, coordinates: steadyPolygon(shape.coordinates) };
  return shape.type === "MultiPolygon" ? { ...shape, coordinates: shape.coordinates.map(steadyPolygon) } : shape;
}
