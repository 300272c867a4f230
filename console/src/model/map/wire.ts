// What is drawn on the map. Positions are [latitude, longitude] in degrees on WGS 84, as people say them; GeoJSON turns
// them round where it is made. Own sites and tracks never leave the own node: they are in no export and on no wire.

export type Position = readonly [number, number];
export type AreaKind = "none" | "point" | "circle" | "polygon" | "multipolygon" | "line" | "corridor" | "named";
export type Datum = "W84" | "MSL" | "AGL" | "FL";

/** Heights in metres; null is not known, and an unknown height counts as every height. */
export interface Altitude {
  lower_m: number | null;
  upper_m: number | null;
  datum: Datum;
}

/** An area as a notice or a site has it; rings are not closed. */
export interface Area {
  kind: AreaKind;
  rings: readonly (readonly Position[])[];
  radius_m: number | null;
  buffer_m: number;
  uncertainty_m: number | null;
  altitude: Altitude | null;
  name: string;
}

/** Milliseconds UTC; an end that is null is open. */
export type Window = readonly [number, number | null];

/** Who stands behind a thing on the map. Nobody is a friend or an enemy here: that would be an accusation. */
export type Side = "ours" | "theirs" | "third" | "unknown";

export interface MapNotice {
  id: string;
  line: string;
  side: "ours" | "theirs";
  title: string;
  state: string;
  windows: readonly Window[];
  areas: readonly Area[];
  findings: readonly string[];
  /** Whether a person confirmed what was read from its text. */
  confirmed: boolean;
}

export interface Site {
  id: string;
  name: string;
  area: Area;
  threshold_m: number;
  /** When somebody has to say again that it is there; null where nobody asked for that. */
  confirm_by: number | null;
}

export interface Track {
  id: string;
  source: string;
  label: string;
  side: Side;
  latitude: number;
  longitude: number;
  altitude_m: number | null;
  course: number | null;
  speed_ms: number | null;
  at: number;
  /** Why its position is not to be believed; null where nothing speaks against it. */
  doubt: string | null;
}

/** How near something came to a site of ours, with the line between the two. */
export interface Approach {
  id: string;
  site: string;
  other: string;
  side: Side;
  distance_m: number;
  uncertainty_m: number;
  from: Position;
  to: Position;
  state: "caution" | "warning" | "cleared";
  at: number;
  /** Seconds until the closest point, where one is computed. */
  tcpa_s: number | null;
}

/** Borders, lines of contact, names: only as somebody signed them, with the author shown. */
export interface Layer {
  id: string;
  name: string;
  author: string;
  agreed: boolean;
  areas: readonly { label: string; area: Area }[];
}

export interface Picture {
  notices: readonly MapNotice[];
  sites: readonly Site[];
  tracks: readonly Track[];
  approaches: readonly Approach[];
  layers: readonly Layer[];
}

export const EMPTY: Picture = { notices: [], sites: [], tracks: [], approaches: [], layers: [] };
