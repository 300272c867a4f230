// Bodies about notices, questions and incidents (spec/notice.md), read for the review before a signature.

import type { Choice, Kind, Layout, Parts, Shown } from "../bodies.ts";
import { toHex } from "../bytes.ts";
import { NotStrict, type Value } from "../cbor.ts";
import * as action from "../statement.ts";
import { integer, list, map, number, octets, text } from "../values.ts";
import { area } from "./area.ts";

export type NoticeKindName =
  | "notice" | "notice_cancel" | "notice_answer" | "notice_passed" | "notice_renewed" | "explanation_asked"
  | "explanation_given" | "incident";

export const NOTICE_FIELDS = [
  "about", "activity", "altitude", "altitude_from", "altitude_to", "area_kind", "area_name", "ask", "asked_by",
  "authority", "basis", "bearing", "buffer", "closest", "closest_at", "code", "confirm_by", "confirmed_by", "damage",
  "danger", "distance", "doubt", "emergency", "en_route", "ends", "follows", "from_at", "incident", "marking", "media",
  "meeting", "movement_name", "notice", "object_ours", "object_theirs", "objects", "passed_at", "passed_to", "persons",
  "places", "question", "radius", "reached_by", "read_back", "reference", "replaces", "reply_by", "schedule", "source_format",
  "source_hash", "source_text", "uncertainty", "until_at", "vehicles", "version", "word", "wording",
] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

export const NOTICE_CHOICES = {
  area_kind: ["none", "point", "circle", "polygon", "multipolygon", "line", "corridor", "named"],
  datum: ["", "W84", "MSL", "AGL", "FL"],
  ends: ["", "fixed", "estimated", "until_cancelled"],
  danger: ["ships", "aircraft", "ground", "submarines"],
  word: ["", "acknowledge", "confirm", "comply", "reject"],
  objection: ["none_given", "too_late", "area", "time", "not_understood", "cannot", "not_accepted"],
  link: ["", "add", "correct", "relate", "answer"],
  yes: ["no", "yes"],
} as const;

const chosen = (of: keyof typeof NOTICE_CHOICES, value: Value): string => {
  const name = (NOTICE_CHOICES[of] as readonly string[])[number(value)];
  if (!name) throw new NotStrict(`${of} has no choice ${String(value)}`);
  return name;
};
const choice = (field: NoticeField, of: keyof typeof NOTICE_CHOICES, value: Value): Shown => ({
  field, form: "choice", of: of as Choice, name: chosen(of, value),
});
const said = (field: NoticeField, shown: string): Shown => ({ field, form: "text", text: shown });
const hash = (field: NoticeField, value: Value): Shown => ({ field, form: "hash", hash: toHex(octets(value)) });
const instant = (field: NoticeField, value: Value): Shown => ({ field, form: "instant", at: number(value) });

/** Each of a list as one field of its own. */
const each = (one: Parts): Parts => (field, value) => list(value).flatMap((part) => one(field, part));
const hashes: Parts = (field, value) => list(value).map((part) => hash(field as NoticeField, part));

const wording: Parts = (field, value) => {
  const held = map(value, 1, 2);
  return [{ field, form: "worded", language: text(held.get(1) ?? null), text: text(held.get(2) ?? null) }];
};

const DANGERS = 15;
const danger: Parts = (field, value) => {
  const bits = number(value);
  if (bits < 1 || bits > DANGERS) throw new NotStrict(`danger ${bits}`);
  return [{ field, form: "choices", of: "danger", names: NOTICE_CHOICES.danger.filter((_, bit) => bits & (1 << bit)) }];
};

const emergency: Parts = (_, value) => {
  if (typeof value !== "boolean") throw new NotStrict("emergency is neither true nor false");
  return [choice("emergency", "yes", Number(value))];
};

const reference: Parts = (_, value) => {
  const held = map(value, 1, 2);
  return [choice("reference", "link", held.get(1) ?? null), hash("reference", held.get(2) ?? null)];
};

const doubt: Parts = (_, value) => {
  const held = map(value, 1, 2);
  return [said("doubt", [text(held.get(1) ?? null), text(held.get(2) ?? "")].filter(Boolean).join(": "))];
};

const source: Parts = (_, value) => {
  const held = map(value, 1, 2, 3, 4, 5);
  return [
    said("source_format", text(held.get(1) ?? null)),
    said("source_text", text(held.get(2) ?? null)),
    hash("source_hash", held.get(3) ?? null),
    ...list(held.get(4) ?? []).flatMap((part) => doubt("doubt", part)),
    ...(held.has(5) ? [said("confirmed_by", text(held.get(5) ?? null))] : []),
  ];
};

/** A map all of whose fields are shown, each by its own reader. */
const inside = (layout: Record<number, (value: Value) => Shown>): Parts => (_, value) => {
  const held = map(value, ...Object.keys(layout).map(Number));
  return [...held].map(([key, part]) => (layout[key] as (value: Value) => Shown)(part));
};
const words = (field: NoticeField) => (value: Value): Shown => said(field, text(value));
const metres = (field: NoticeField) => (value: Value): Shown => said(field, `${number(value)} m`);

const movement = inside({
  1: words("movement_name"), 2: words("marking"), 3: words("vehicles"),
  4: (value) => said("persons", String(number(value))), 5: words("en_route"),
});
const approach = inside({
  1: words("object_ours"), 2: words("object_theirs"),
  3: (value) => said("bearing", `${(number(value) / 100).toFixed(2)}°`),
  4: metres("distance"), 5: metres("closest"), 6: (value) => instant("closest_at", value),
});

const readBack: Parts = (_, value) => {
  const held = map(value, 1, 2, 3);
  const place = held.has(3) ? list(held.get(3) ?? null).map(integer) : [];
  const full = place.length ? ` (${place.map((part) => (part / 1e7).toFixed(7)).join(", ")})` : "";
  return [said("read_back", `${number(held.get(1) ?? null)}: ${text(held.get(2) ?? null)}${full}`)];
};

const stated = (name: NoticeKindName, made: number, layout: Layout): Kind => ({
  name, action: made, layout, statements: [1],
});
const NOTICE: Layout[number] = ["notice", "octets"];
const AREA: Layout[number] = ["area_kind", area];

const NOTICE_LAYOUT: Layout = {
  2: ["from_desk", "text"], 3: ["to", "texts"], 4: ["code", "text"], 5: AREA, 6: ["windows", "windows"],
  7: ["ends", "ends"], 8: ["expires_at", "instant"], 9: ["schedule", "text"], 11: ["wording", each(wording)],
  12: ["activity", "text"], 13: ["danger", danger], 14: ["authority", "text"], 15: ["reached_by", "text"],
  16: ["emergency", emergency], 17: ["replaces", "octets"], 18: ["reference", each(reference)],
  19: ["source_text", source], 20: ["phrase", "phrase"], 21: ["confirm_by", "instant"],
  22: ["movement_name", movement], 23: ["object_ours", approach],
};

/** By the number of the kind of entry. */
export const NOTICE_KINDS: Readonly<Record<number, Kind>> = {
  18: { ...stated("notice", action.ISSUE, NOTICE_LAYOUT), statements: [1, 10] },
  80: stated("notice_cancel", action.CANCEL, { 2: NOTICE, 3: ["text", "text"] }),
  81: stated("notice_answer", action.RESPOND, {
    2: NOTICE, 3: ["word", "word"], 4: ["desk", "text"], 5: ["reason", "objection"], 6: ["text", "text"],
    7: ["read_back", each(readBack)],
  }),
  82: stated("notice_passed", action.PASS_ON, {
    2: NOTICE, 3: ["passed_to", "text"], 4: ["passed_at", "instant"], 5: ["text", "text"],
  }),
  83: stated("notice_renewed", action.RENEW, { 2: NOTICE, 3: ["confirm_by", "instant"], 4: ["text", "text"] }),
  84: stated("explanation_asked", action.INQUIRE, {
    2: ["from_desk", "text"], 3: ["desk", "text"], 4: ["question", "text"], 5: ["basis", "text"], 6: AREA,
    7: ["reply_by", "instant"], 8: ["language", "text"], 9: ["about", hashes], 11: ["follows", "octets"],
    12: ["asked_by", "text"],
  }),
  85: stated("explanation_given", action.EXPLAIN, {
    2: ["ask", "octets"], 3: ["text", "text"], 4: ["language", "text"], 5: ["meeting", "text"], 6: AREA,
  }),
  86: stated("incident", action.REPORT, {
    2: ["incident", "octets"], 3: ["from_at", "instant"], 4: ["until_at", "instant"], 5: AREA,
    6: ["objects", "text"], 7: ["version", each(wording)], 8: ["damage", "text"], 9: ["media", hashes],
    11: ["about", hashes], 12: ["from_desk", "text"],
  }),
};
