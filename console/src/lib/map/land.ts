// The coastline, from Natural Earth, without any border: borders come only as layers that somebody signed.

import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/land-50m.json?url";
import fine from "world-atlas/land-10m.json?url";

export type Grain = "coarse" | "fine";
export const FINE_FROM_ZOOM = 5;
const ADDRESSES: Record<Grain, string> = { coarse, fine };

/** Raises TypeError when it cannot be fetched. */
export async function land(grain: Grain): Promise<FeatureCollection> {
  const answer = await fetch(ADDRESSES[grain]);
  const topology = (await answer.json()) as Topology<{ land: GeometryCollection }>;
  return feature(topology, topology.objects.land);
}
