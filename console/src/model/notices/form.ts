// What is typed in the editor of notices, and the form that the node makes a body of. Instants are typed in UTC.

import { stamp } from "../times.ts";
import { ENDLESS } from "./list.ts";
import { none, particulars, typedParticulars, type Particulars } from "./particulars.ts";
import type { Notice } from "./wire.ts";

export type Position = [number, number];
/** The area as it goes over: read by the server, never by this page. */
export interface AreaForm {
  kind: string;
  positions?: Position[] | Position[][];
  radius_m?: number | null;
  buffer_m?: number;
  uncertainty_m?: number | null;
  altitude?: { lower_m?: number | null; upper_m?: number | null; datum: string } | null;
  name?: string;
}
export interface SourceForm {
  format: string;
  text: string;
  doubts: { code: string; text: string }[];
  confirmed_by?: string;
}
export type Form = Record<string, unknown> & { area?: AreaForm; source?: SourceForm };

/** An area as it stands in the fields. */
export interface TypedArea {
  kind: string;
  /** As read, ring after ring. */
  rings: Position[][];
  measures: Record<Measure, string>;
  datum: string;
  name: string;
}

/** All as it stands in the fields. */
export interface Typed extends TypedArea {
  code: string;
  desk: string;
  windows: [string, string][];
  ends: string;
  expires: string;
  confirmBy: string;
  schedule: string;
  texts: Record<string, string>;
  activity: string;
  danger: string[];
  authority: string;
  contact: string;
  emergency: boolean;
  precedence: string;
  source: SourceForm | null;
  compared: boolean;
  phrase: string;
  values: Record<string, string>;
  particulars: Particulars;
  /** Fields that this editor does not show and that go along unchanged. */
  rest: Record<string, unknown>;
}
export const MEASURES = ["radius_m", "buffer_m", "uncertainty_m", "lower_m", "upper_m"] as const;
export type Measure = (typeof MEASURES)[number];

const KEPT = ["references"] as const;
const FIXED: readonly string[] = ["activity", "authority", "contact", "schedule"];

export const blankArea = (kind: string): TypedArea => ({
  kind, rings: [], datum: "MSL", name: "", measures: { radius_m: "", buffer_m: "", uncertainty_m: "", lower_m: "", upper_m: "" },
});

export const blank = (desk: string): Typed => ({
  ...blankArea("polygon"), code: "", desk, windows: [["", ""]], ends: "fixed", expires: "", confirmBy: "", schedule: "",
  texts: {}, activity: "", danger: [], authority: "", contact: "", emergency: false, precedence: "routine", source: null,
  compared: false, phrase: "", values: {}, particulars: none(), rest: {},
});

/** `2026-11-22 14:00`, also with T, seconds and Z; null for what is no instant. */
export function instant(text: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d):?(\d\d)(:\d\d)?\s*(?:Z|UTC)?$/i.exec(text.trim());
  const at = match ? Date.parse(`${match[1]}T${match[2]}:${match[3]}${match[4] ?? ":00"}Z`) : Number.NaN;
  return Number.isNaN(at) || (match && new Date(at).toISOString().slice(0, 10) !== match[1]) ? null : at;
}

/** An instant as it is typed, without seconds where there are none. */
export const typedInstant = (at: number): string => stamp(at).replace(/:00Z$/, "").replace(/Z$/, "");

const nested = (area: AreaForm): Position[][] => {
  const held = area.positions ?? [];
  if (area.kind === "multipolygon") return held as Position[][];
  return held.length ? [held as Position[]] : [];
};

/** A form in the fields: one that was read out of a text, or a notice that is to be replaced. */
export function typed(form: Form, desk: string): Typed {
  const area = form.area ?? { kind: "none" };
  const string = (name: string): string => (typeof form[name] === "string" ? (form[name] as string) : "");
  const at = (name: string): string => (typeof form[name] === "number" && form[name] ? typedInstant(form[name]) : "");
  const windows = ((form["windows"] ?? []) as [number, number][]).map(([from, until]): [string, string] => [
    typedInstant(from), until >= ENDLESS ? "" : typedInstant(until),
  ]);
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));
  return {
    ...blank(desk),
    code: string("code"), activity: string("activity"), authority: string("authority"), contact: string("contact"),
    schedule: string("schedule"), ends: string("ends").replaceAll("-", "_") || "fixed", expires: at("expires_at"), confirmBy: at("confirm_by"),
    kind: area.kind, rings: nested(area), name: area.name ?? "", datum: (area.altitude?.datum ?? "MSL").toUpperCase(),
    measures: {
      radius_m: number(area.radius_m), buffer_m: area.buffer_m ? String(area.buffer_m) : "",
      uncertainty_m: number(area.uncertainty_m), lower_m: number(area.altitude?.lower_m), upper_m: number(area.altitude?.upper_m),
    },
    windows: windows.length ? windows : [["", ""]],
    texts: { ...((form["texts"] ?? {}) as Record<string, string>) },
    danger: [...((form["danger"] ?? []) as string[])], emergency: form["emergency"] === true,
    source: form.source ?? null,
    particulars: typedParticulars(form["movement"], form["approach"], typedInstant),
    rest: Object.fromEntries(KEPT.filter((each) => (form[each] as unknown[] | undefined)?.length).map((each) => [each, form[each]])),
  };
}

/** A notice of the node with its texts, as a form. Who compared the old one has not compared the new one. */
export function formOf(notice: Notice & { texts: Record<string, string>; source: SourceForm | null; expires_at?: number }): Form {
  const source = notice.source && { ...notice.source, confirmed_by: "" };
  return { ...(notice as unknown as Form), area: notice.area as unknown as AreaForm, ...(source ? { source } : {}) };
}

/** What is wrong in the fields: the text of the family `notices` and what was typed. */
export interface Fault {
  name: "time_wrong" | "number_wrong" | "bearing_wrong" | "ours_missing" | "theirs_missing";
  text: string;
}

/** The form for the node, or what is wrong before it can be asked. */
export function form(of: Typed, officer: string): { form: Form; faults: Fault[] } {
  const faults: Fault[] = [];
  const at = (text: string): number | undefined => {
    if (!text.trim()) return undefined;
    const found = instant(text);
    if (found === null) faults.push({ name: "time_wrong", text });
    return found ?? undefined;
  };
  const windows = of.windows
    .filter(([from, until]) => from.trim() || until.trim())
    .map(([from, until]) => [at(from || "…") ?? 0, until.trim() ? (at(until) ?? 0) : ENDLESS]);
  const made: Form = {
    code: of.code, desk: of.desk, area: area(of, faults), windows, ends: of.ends, texts: texts(of),
    ...given("expires_at", at(of.expires)), ...given("confirm_by", at(of.confirmBy)),
    ...Object.fromEntries(FIXED.map((name) => [name, (of as unknown as Record<string, string>)[name]?.normalize("NFC").trim() ?? ""]).filter(([, value]) => value)),
    ...(of.danger.length ? { danger: [...of.danger] } : {}), ...(of.emergency ? { emergency: true } : {}),
    ...(of.phrase ? { phrase: of.phrase, values: { ...of.values } } : {}), ...particulars(of.particulars, faults, at), ...of.rest,
    ...(of.source ? { source: sourceOf(of.source, of.compared ? officer : "") } : {}),
  };
  return { form: made, faults };
}

const sourceOf = ({ format, text, doubts }: SourceForm, officer: string): SourceForm => ({
  format, text, doubts: doubts.map((each) => ({ code: each.code, text: each.text })), ...(officer ? { confirmed_by: officer } : {}),
});
const given = (name: string, value: number | undefined): object => (value === undefined ? {} : { [name]: value });
const texts = (of: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(of.texts).map(([language, text]) => [language, text.normalize("NFC").trim()]).filter(([, text]) => text));

/** An area for the node. */
export function area(of: TypedArea, faults: Fault[]): AreaForm {
  const number = (name: Measure): number | undefined => {
    const text = of.measures[name].trim();
    if (text && !/^[+-]?\d+$/.test(text)) faults.push({ name: "number_wrong", text });
    return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
  };
  const positions = of.kind === "multipolygon" ? of.rings : of.rings.flat();
  const [lower, upper] = [number("lower_m"), number("upper_m")];
  const heights = { ...given("lower_m", lower), ...given("upper_m", upper), datum: of.datum };
  return {
    kind: of.kind, ...(of.kind === "none" ? {} : { positions }), ...(of.kind === "circle" ? given("radius_m", number("radius_m")) : {}),
    ...given("buffer_m", number("buffer_m") || undefined), ...given("uncertainty_m", number("uncertainty_m")),
    ...(lower === undefined && upper === undefined ? {} : { altitude: heights }), ...(of.name.trim() ? { name: of.name.trim() } : {}),
  };
}
