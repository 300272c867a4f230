// A notice as the console's server shows it: what `notices` of the desk socket gives, less what the clock alone changes.

import type { Position } from "../map/wire.ts";
import type { Precedence } from "../wire.ts";

export interface NoticeFinding {
  code: string;
  text: string;
}

export interface NoticeAnswer {
  word: "confirm" | "acknowledge" | "comply" | "reject";
  officer: string;
  desk: string;
  reason: string;
  text: string;
  at: number;
  late: boolean;
  read_back: { number: number; digits: string }[];
}

export interface NoticeArea {
  kind: "none" | "point" | "circle" | "polygon" | "multipolygon" | "line" | "corridor" | "named";
  /** `[latitude, longitude]`; of a multipolygon a list for each ring. */
  positions: readonly Position[] | readonly (readonly Position[])[];
  radius_m: number | null;
  buffer_m: number;
  uncertainty_m: number | null;
  altitude: { lower_m: number | null; upper_m: number | null; datum: string } | null;
  name: string;
}

export interface Notice {
  notice: string;
  entry: string;
  commitment: string;
  ours: boolean;
  at: number;
  written: readonly [number, number];
  officer: string;
  precedence: Precedence;
  from_desk: string;
  to: string[];
  code: string;
  sort: string;
  group: string;
  activity: string;
  danger: string[];
  authority: string;
  contact: string;
  emergency: boolean;
  area: NoticeArea;
  windows: readonly (readonly [number, number])[];
  ends: string;
  schedule: string;
  replaces: string | null;
  references: unknown[];
  movement: Record<string, unknown> | null;
  approach: Record<string, unknown> | null;
  state: string;
  opens_at: number | null;
  ends_at: number | null;
  ended: { by: string; officer: string; at: number; text: string } | null;
  lead: { needed_ms: number; given_ms: number | null; short: boolean };
  findings: NoticeFinding[];
  usable: boolean;
  confirmed_at: number | null;
  confirm_by: number | null;
  confirm_overdue: boolean;
  answers: NoticeAnswer[];
  stance: string | null;
  answer_by: number;
  answer_overdue: boolean;
  read_back: { confirmed: number[]; differing: number[]; places: number };
  passed: { ours: boolean; to: string; passed_at: number; officer: string; text: string }[];
}
