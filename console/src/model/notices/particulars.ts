// What only some kinds of notices tell: what moves and how it is known, and what came near to what.

import { show } from "../text.ts";
import { CODES } from "./codes.ts";
import type { Fault } from "./form.ts";
import { metres } from "./list.ts";
import type { Notice } from "./wire.ts";

export const MOVEMENT = ["name", "marking", "vehicles", "persons", "en_route"] as const;
export const APPROACH = ["ours", "theirs", "bearing", "distance_m", "closest_m", "closest_at"] as const;
export type MovementField = (typeof MOVEMENT)[number];
export type ApproachField = (typeof APPROACH)[number];
export type Particulars = Record<MovementField, string> & Record<ApproachField, string>;

const NEAR: ReadonlySet<string> = new Set(["close_approach", "unintended_entry"]);
const FULL_TURN = 36_000; // hundredths of a degree

const filled = (of: Particulars, names: readonly (keyof Particulars)[]): boolean => names.some((each) => of[each].trim());

/** Fields that the kind has; and those with something in them, since whatever is signed is seen before. */
export const moves = (code: string, of: Particulars): boolean => {
  const [sort, group] = CODES[code] ?? ["", ""];
  return group === "movement" || sort === "major_movement" || filled(of, MOVEMENT);
};
export const comesNear = (code: string, of: Particulars): boolean => NEAR.has(CODES[code]?.[0] ?? "") || filled(of, APPROACH);

export const none = (): Particulars =>
  Object.fromEntries([...MOVEMENT, ...APPROACH].map((each) => [each, ""])) as Particulars;

/** As typed, from the two parts of a form. */
export function typedParticulars(movement: unknown, approach: unknown, stamped: (at: number) => string): Particulars {
  const [moving, near] = [movement ?? {}, approach ?? {}].map((each) => each as Record<string, unknown>) as [Record<string, unknown>, Record<string, unknown>];
  const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
  const { bearing_cdeg: bearing, closest_at: at } = near;
  return {
    ...none(),
    ...Object.fromEntries(MOVEMENT.map((each) => [each, text(moving[each])])),
    ...Object.fromEntries(APPROACH.map((each) => [each, text(near[each])])),
    bearing: typeof bearing === "number" ? String(bearing / 100) : "",
    closest_at: typeof at === "number" ? stamped(at) : "",
  };
}

const tidy = (text: string): string => text.normalize("NFC").trim();

function whole(text: string, faults: Fault[]): number | undefined {
  const found = tidy(text);
  if (found && !/^\d{1,9}$/.test(found)) faults.push({ name: "number_wrong", text });
  return /^\d{1,9}$/.test(found) ? Number(found) : undefined;
}

/** Degrees from true north, `045`, `127.5`, `127,5`. */
export function bearing(text: string, faults: Fault[]): number | undefined {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?°?$/.exec(tidy(text));
  const hundredths = found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : FULL_TURN;
  if (tidy(text) && hundredths >= FULL_TURN) faults.push({ name: "bearing_wrong", text });
  return hundredths < FULL_TURN ? hundredths : undefined;
}

/** Rows of a notice for people: names of the family `field` with what is told. */
export function told(notice: Notice, stamped: (at: number) => string): [string, string][] {
  const { bearing, closest_at, ...near } = typedParticulars(notice.movement, notice.approach, stamped);
  const [first, second] = notice.ours ? ["object_ours", "object_theirs"] : ["object_theirs", "object_ours"]; // the issuer wrote "ours"
  const measured = (text: string): string => (text ? metres(Number(text)) : "");
  return [
    ["movement_name", show(near.name)], ["marking", show(near.marking)], ["vehicles", show(near.vehicles)], ["persons", near.persons],
    ["en_route", show(near.en_route)], [first as string, show(near.ours)], [second as string, show(near.theirs)], ["bearing", bearing && `${bearing}°`],
    ["distance", measured(near.distance_m)], ["closest", measured(near.closest_m)], ["closest_at", closest_at],
  ];
}

const given = (fields: Record<string, string | number | undefined>): object | undefined => {
  const found = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return found.length ? Object.fromEntries(found) : undefined;
};

/** The parts of a form; one in which nothing stands is left out. */
export function particulars(of: Particulars, faults: Fault[], at: (text: string) => number | undefined): object {
  const movement = given({
    name: tidy(of.name), marking: tidy(of.marking), vehicles: tidy(of.vehicles), persons: whole(of.persons, faults), en_route: tidy(of.en_route),
  });
  const approach = given({
    ours: tidy(of.ours), theirs: tidy(of.theirs), bearing_cdeg: bearing(of.bearing, faults), distance_m: whole(of.distance_m, faults),
    closest_m: whole(of.closest_m, faults), closest_at: at(of.closest_at),
  });
  for (const each of ["ours", "theirs"] as const) if (approach && !of[each].trim()) faults.push({ name: `${each}_missing`, text: "" });
  return { ...(movement ? { movement } : {}), ...(approach ? { approach } : {}) };
}
