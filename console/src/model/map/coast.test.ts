import { readFileSync } from "node:fs";

import type { MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { expect, test } from "vitest";

import { steady, steadyPolygon } from "./coast.ts";

const FILE = new URL("../../../node_modules/world-atlas/land-50m.json", import.meta.url);

const steps = (ring: readonly Position[]): number[] => ring.slice(1).map((each, at) => Math.abs((each[0] as number) - (ring[at]?.[0] as number)));

test("no shore of the earth steps across the map, and each is closed", () => {
  const topology = JSON.parse(readFileSync(FILE, "utf8")) as Topology<{ land: GeometryCollection }>;
  const shapes = feature(topology, topology.objects.land).features.map((each) => each.geometry as Polygon | MultiPolygon);
  const polygons = shapes.flatMap((each) => (each.type === "Polygon" ? [each.coordinates] : each.coordinates));
  const jumps = (rings: readonly Position[][]): number => rings.filter((ring) => Math.max(...steps(ring)) > 180 && !around(ring)).length;
  const around = (ring: readonly Position[]): boolean => ring.some(([, latitude]) => latitude === -90);
  expect(jumps(polygons.flat())).toBeGreaterThan(0);
  const whole = polygons.map(steadyPolygon);
  expect(jumps(whole.flat())).toBe(0);
  for (const ring of whole.flat()) expect(ring[0]).toEqual(ring.at(-1));
  const asia = whole.find(([shore]) => shore?.some(([longitude, latitude]) => (longitude as number) > 180 && (latitude as number) > 60)) as Position[][];
  expect(asia.slice(1).every((sea) => sea.every(([longitude]) => (longitude as number) > 0))).toBe(true);
});

test("a ring around a pole is closed over it", () => {
  const ring: Position[] = [[-180, -70], [-90, -72], [0, -70], [90, -71], [180, -70], [-180, -70]];
  const done = steady(ring);
  expect(done.slice(-3)).toEqual([[180, -90], [-180, -90], [-180, -70]]);
});

test("a ring that stays where it is stays as it is", () => {
  const ring: Position[] = [[10, 50], [11, 50], [11, 51], [10, 50]];
  expect(steadyPolygon([ring])).toEqual([ring]);
});
