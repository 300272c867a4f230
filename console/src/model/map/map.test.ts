import fc from "fast-check";
import { expect, test } from "vitest";

import { bounds, circle, metresPerPixel, placeAt, unrolled } from "./earth.ts";
import { degreesMinutes, distance, gridReference } from "./grid.ts";
import { isLayer, layerOf, NOWHERE, pictureOf } from "./nearby.ts";
import { rows } from "./rows.ts";
import type { Notice } from "../notices/wire.ts";
import { drawn, geometry } from "./shapes.ts";
import { atHour, HOUR, within } from "./slider.ts";
import { EMPTY, type Area, type MapNotice, type Picture, type Position } from "./wire.ts";

const AREA: Area = {
  kind: "polygon", rings: [[[55, 20], [55.5, 20], [55.5, 21]]], radius_m: null, buffer_m: 0, uncertainty_m: null, altitude: null, name: "",
};
const NOTICE_AREA = { ...AREA, positions: [[55, 20], [55.5, 20]] };
const NOTICE: MapNotice = {
  id: "n1", line: "south", side: "theirs", title: "Firing", state: "issued", windows: [[0, HOUR]], areas: [AREA], findings: [], confirmed: true,
};
const PICTURE: Picture = {
  ...EMPTY,
  notices: [NOTICE],
  sites: [{ id: "s1", name: "Camp", area: { ...AREA, kind: "point", rings: [[[54, 19]]] }, threshold_m: 24_000, confirm_by: null }],
  tracks: [{ id: "t1", source: "adsb", label: "THY9BP", side: "unknown", latitude: 54.1, longitude: 19, altitude_m: null, course: 90, speed_ms: 200, at: 0, doubt: null }],
  approaches: [{ id: "a1", site: "Camp", other: "THY9BP", side: "unknown", distance_m: 11_131, uncertainty_m: 50, from: [54.1, 19], to: [54, 19], state: "warning", at: 0, tcpa_s: null }],
};

const place = fc.tuple(fc.double({ min: -80, max: 80, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }));

// Vincenty's inverse would be a second library; on the meridian the length of a degree is known well enough.
test("a circle reaches as far as it says, north and south", () => {
  const [north] = circle([49.5, 36], 24_000);
  expect(((north as Position)[0] - 49.5) * 111_220).toBeGreaterThan(23_950);
  expect(((north as Position)[0] - 49.5) * 111_220).toBeLessThan(24_050);
});

test("going out and back along an azimuth ends where it began, nearly", () => {
  fc.assert(
    fc.property(place, fc.double({ min: 1, max: 100_000, noNaN: true }), (from, far) => {
      const back = placeAt(placeAt(from, far, 0), far, Math.PI);
      expect(Math.abs(back[0] - from[0])).toBeLessThan(0.01);
    }),
  );
});

test("a row of places across the antimeridian does not jump", () => {
  expect(unrolled([[65, 179], [65, -179], [66, 179]]).map((each) => each[1])).toEqual([179, 181, 179]);
  expect(bounds([[65, 179], [66, -179]])).toEqual([[65, 179], [66, 181]]);
  expect(bounds([])).toBeNull();
});

test("places are written as on charts", () => {
  expect(degreesMinutes([49.5883, 36.12])).toBe("49°35.298′ N, 036°07.200′ E");
  expect(degreesMinutes([-0.99999999, 181])).toBe("01°00.000′ S, 179°00.000′ W");
  expect(gridReference([49.5883, 36.12])).toMatch(/^37UCR \d{5} \d{5}$|^3[67]U[A-Z]{2} \d{5} \d{5}$/);
  expect(gridReference([89, 0])).toBe("");
  expect([distance(840.4), distance(23_649)]).toEqual(["840 m", "23.6 km"]);
});

test("every area is drawn but one without places", () => {
  const kinds = ["point", "circle", "polygon", "multipolygon", "line", "corridor", "named"] as const;
  for (const kind of kinds) expect(geometry({ ...AREA, kind, radius_m: 1000 })).not.toBeNull();
  expect(geometry({ ...AREA, kind: "none", rings: [] })).toBeNull();
});

test("a polygon is closed for drawing and its places are turned", () => {
  const shape = geometry(AREA);
  expect(shape).toEqual({ type: "MultiPolygon", coordinates: [[[[20, 55], [20, 55.5], [21, 55.5], [20, 55]]]] });
});

test("the reach of a site is its threshold", () => {
  const site = drawn(PICTURE).areas.features.find((each) => each.properties?.["what"] === "site");
  expect((site?.properties?.["reach"] as number) * metresPerPixel(54)).toBeCloseTo(48_000, 3);
});

test("whatever is drawn is in the list too", () => {
  const shown = rows(PICTURE);
  expect(shown.map((each) => each.sort)).toEqual(["approach", "notice", "site", "track"]);
  expect(shown[0]?.measure).toBe("11.1 km ±50 m");
  expect(shown[3]?.state).toBe("no_altitude");
  const drawnIds = Object.values(drawn(PICTURE)).flatMap((each) => each.features.map((one: { properties: { id: string } }) => one.properties.id));
  for (const id of drawnIds) expect(shown.some((each) => each.id.split("/")[0] === id)).toBe(true);
});

test("a layer is agreed when the other side complies, and is told with its author", () => {
  const notice = { notice: "n9", group: "layer", stance: "comply", area: { ...NOTICE_AREA, kind: "line" } } as unknown as Notice;
  const layer = layerOf("South", () => "Line of 12 March")(notice);
  expect([isLayer(notice), layer.agreed, layerOf("South", () => "")({ ...notice, stance: null }).agreed]).toEqual([true, true, false]);
  const [row] = rows(pictureOf([], NOWHERE, [layer]));
  expect([row?.title, row?.state, row?.place]).toEqual(["Line of 12 March (South)", "agreed", "55°00.000′ N, 020°00.000′ E"]);
  expect(drawn(pictureOf([], NOWHERE, [layer])).areas.features[0]?.geometry.type).toBe("LineString");
});

test("a fixed hour shows what held then, and no tracks of now", () => {
  expect(atHour(PICTURE, null, HOUR / 2).notices).toHaveLength(1);
  expect(atHour(PICTURE, null, 2 * HOUR).notices).toHaveLength(0);
  const cancelled = { ...PICTURE, notices: [{ ...NOTICE, state: "cancelled" }] };
  expect(atHour(cancelled, null, 0).notices).toHaveLength(0);
  const then = atHour(cancelled, 0, 5 * HOUR);
  expect([then.notices.length, then.tracks.length, then.approaches.length]).toEqual([1, 0, 0]);
});

test("a window holds from its start until before its end, an open one for ever", () => {
  expect([within([[1, 2]], 0), within([[1, 2]], 1), within([[1, 2]], 2), within([[1, null]], 9e15), within([], 5)]).toEqual([
    false, true, false, true, true,
  ]);
});
