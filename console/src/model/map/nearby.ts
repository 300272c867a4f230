// The picture of our own tracks as the console's server gives it, and what of it and of the notices is drawn.

import type { Notice, NoticeArea } from "../notices/wire.ts";
import { type Approach, type Area, type Layer, type MapNotice, type Picture, type Position, type Site, type Track } from "./wire.ts";

export interface Feed {
  name: string;
  kind: string;
  state: "waiting" | "live" | "stalled" | "broken";
  why: string;
}

interface NearTrack extends Omit<Track, "source" | "side"> {
  feed: string;
  stale: boolean;
}

interface NearApproach {
  id: string;
  label: string;
  site_name: string;
  state: string;
  distance_m: number;
  uncertainty_m: number;
  from: Position;
  to: Position;
  at: number;
  unknown_height: boolean;
  enters_in_s: number | null;
}

interface Hazard {
  id: string;
  notice: string;
  site_name: string;
  distance_m: number;
  from: Position;
  to: Position;
}

/** What `GET /api/nearby` gives; without `following` nothing of it is there. */
export interface Nearby {
  following: boolean;
  sites?: { id: string; name: string; threshold_m: number; area: NoticeArea }[];
  tracks?: NearTrack[];
  approaches?: NearApproach[];
  hazards?: Hazard[];
  feeds?: Feed[];
  fault?: string;
}

export const NOWHERE: Nearby = { following: false };

const isRing = (value: unknown): value is readonly Position[] => Array.isArray(value) && Array.isArray(value[0]);

export function areaOf(area: NoticeArea): Area {
  const { positions, altitude, ...rest } = area;
  const several = area.kind === "multipolygon";
  const rings = several ? (positions as readonly (readonly Position[])[]).filter(isRing) : [positions as readonly Position[]];
  return { ...rest, rings: rings.filter((each) => each.length > 0), altitude: altitude as Area["altitude"] };
}

export const mapNotice = (line: string, title: (notice: Notice) => string) => (notice: Notice): MapNotice => ({
  id: notice.notice,
  line,
  side: notice.ours ? "ours" : "theirs",
  title: title(notice),
  state: notice.state,
  windows: notice.windows,
  areas: [areaOf(notice.area)],
  findings: notice.findings.map((each) => each.text),
  confirmed: notice.usable,
});

const track = ({ feed, stale, ...rest }: NearTrack): Track => ({
  ...rest, source: feed, side: "unknown", doubt: rest.doubt === null ? (stale ? "stale" : null) : "doubtful",
});

const STATES: Record<string, Approach["state"]> = { caution: "caution", warning: "warning", known: "warning" };

const approach = (each: NearApproach): Approach => ({
  id: each.id, site: each.site_name, other: each.label, side: "unknown", distance_m: each.distance_m, uncertainty_m: each.uncertainty_m,
  from: each.from, to: each.to, state: STATES[each.state] ?? "cleared", at: each.at, tcpa_s: each.enters_in_s,
});

const site = (each: NonNullable<Nearby["sites"]>[number]): Site => ({
  id: each.id, name: each.name, area: areaOf(each.area), threshold_m: each.threshold_m, confirm_by: null,
});

/** Lines and areas that somebody drew for the map: agreed where the other side said that it complies. */
export const layerOf = (author: string, title: (notice: Notice) => string) => (notice: Notice): Layer => ({
  id: notice.notice,
  name: title(notice),
  author,
  agreed: notice.stance === "comply",
  areas: [{ label: title(notice), area: areaOf(notice.area) }],
});

/** Whether a notice is drawn as a layer, and not as something announced. */
export const isLayer = (notice: Notice): boolean => notice.group === "layer";

/** Everything to be drawn. A hazard near a site has its line, too. */
export function pictureOf(notices: readonly MapNotice[], nearby: Nearby, layers: readonly Layer[] = []): Picture {
  const titles = new Map(notices.map((each) => [each.id, each.title]));
  const hazards = (nearby.hazards ?? [])
    .filter((each) => titles.has(each.notice))
    .map((each): Approach => ({
      id: each.id, site: each.site_name, other: titles.get(each.notice) ?? "", side: "theirs", distance_m: each.distance_m, uncertainty_m: 0,
      from: each.from, to: each.to, state: "warning", at: 0, tcpa_s: null,
    }));
  return {
    layers,
    notices,
    sites: (nearby.sites ?? []).map(site),
    tracks: (nearby.tracks ?? []).map(track),
    approaches: [...(nearby.approaches ?? []).map(approach), ...hazards],
  };
}
