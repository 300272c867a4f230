// Bodies that an officer signs, read for the review that comes before every signature.
//
// What cannot be read completely is not shown in part: it is refused, and nothing is signed.

import { toHex, type Bytes } from "./bytes.ts";
import { decode, NotStrict, type Fields, type Value } from "./cbor.ts";
import { NOTICE_CHOICES, NOTICE_KINDS, type NoticeField, type NoticeKindName } from "./notices/kinds.ts";
import * as action from "./statement.ts";
import { list, map, number, text } from "./values.ts";

/** A field as a person reads it: what it is called, and its value in a form that a catalogue can word. */
export type Shown =
  | { field: Field; form: "text"; text: string }
  | { field: Field; form: "texts"; texts: string[] }
  | { field: Field; form: "hash"; hash: string }
  | { field: Field; form: "instant"; at: number }
  | { field: Field; form: "window"; from: number; until: number }
  | { field: Field; form: "choice"; of: Choice; name: string }
  | { field: Field; form: "choices"; of: Choice; names: string[] }
  | { field: Field; form: "worded"; language: string; text: string }
  | { field: Field; form: "phrase"; book: string; phrase: string; parameters: Value[] };

export type Field =
  | "agrees" | "answer" | "answer_by" | "asked" | "by" | "call" | "call_back_at" | "change" | "consent" | "contact"
  | "description" | "desk" | "expires_at" | "fingerprint" | "from_desk" | "interpreter" | "language" | "languages"
  | "leg" | "level" | "media_key" | "message" | "nonce" | "number" | "open_items" | "paraphrase" | "path" | "phrase"
  | "reason" | "relation" | "request" | "role" | "scope" | "sdp" | "subject" | "text" | "to" | "until" | "window"
  | "duration_ms" | "gist" | "parts" | "sha256" | "size_bytes" | "sound" | "who" | "windows" | NoticeField;

/** Reads a value that has parts: what is shown of each of them. Raises NotStrict. */
export type Parts = (field: Field, value: Value) => Shown[];
export type Wire = "text" | "texts" | "hashes" | "count" | "octets" | "instant" | "window" | "windows" | "phrase" | Choice | Parts;
export type Layout = Record<number, [Field, Wire]>;

export const CHOICES = {
  decline: ["none_given", "busy", "off_hours", "wrong_level", "principal_absent", "needs_agenda", "not_now", "refused"],
  refusal: [
    "none_given", "wrong_desk", "wrong_level", "not_understood", "language", "suspended", "not_accepted", "other",
  ],
  check_refusal: ["none_given", "off_hours", "exercise", "suspended", "other"],
  scope: ["", "all", "voice", "messages", "notices", "all_but_emergency"],
  subject: [
    "other", "line", "notice", "incident", "danger", "explanation", "exercise", "humanitarian", "infrastructure",
  ],
  interpreter: ["nobody", "asking_side", "asked_side", "both"],
  reply: ["", "accept", "propose", "decline", "message"],
  relation: ["original", "update", "add", "correct", "replace", "recall", "relate", "answer"],
  part: ["", "caller", "callee"],
  sdp: ["", "offer", "answer"],
  consent: ["", "asked", "given", "withdrawn"],
  change: ["", "hold", "resume", "join", "leave", "hand_over"],
  ...NOTICE_CHOICES,
} as const;
export type Choice = keyof typeof CHOICES;

export interface Kind {
  name: KindName;
  action: number;
  layout: Layout;
  /** Keys that hold statements. */
  statements: number[];
}
export type KindName =
  | "receipt_read" | "receipt_acknowledge" | "receipt_refuse" | "call_answer" | "call_decline" | "call_busy"
  | "call_request" | "call_reply" | "call_media" | "call_part" | "call_record" | "call_minutes" | "check_person"
  | "check_refuse" | "watch_take" | "watch_hand_over" | "line_suspend" | "line_restore" | "line_close" | "message"
  | "voice_note" | NoticeKindName;

const stated = (name: KindName, made: number, layout: Layout): Kind => ({
  name, action: made, layout, statements: [1],
});

const CALL: [Field, Wire] = ["call", "octets"];
const BY: [Field, Wire] = ["by", "part"];
const DESK: [Field, Wire] = ["desk", "text"];
const MESSAGE: [Field, Wire] = ["message", "octets"];

/** By the number of the kind of entry. */
export const KINDS: Readonly<Record<number, Kind>> = {
  3: stated("line_close", action.CLOSE, { 2: ["reason", "text"] }),
  11: stated("line_suspend", action.SUSPEND, {
    2: ["scope", "scope"], 3: ["reason", "text"], 4: ["until", "instant"], 5: ["contact", "text"],
  }),
  12: stated("line_restore", action.RESTORE, { 2: ["text", "text"] }),
  16: {
    name: "message", action: action.RELEASE_ACTION, statements: [10],
    layout: {
      1: ["to", "texts"], 2: ["from_desk", "text"], 3: ["text", "text"], 4: ["phrase", "phrase"],
      5: ["language", "text"], 6: ["asked", "text"], 7: ["answer_by", "instant"], 8: ["relation", "relation"],
      9: ["expires_at", "instant"],
    },
  },
  22: stated("receipt_read", action.READ, { 2: MESSAGE, 3: DESK }),
  23: stated("receipt_acknowledge", action.ACKNOWLEDGE, { 2: MESSAGE, 3: DESK, 4: ["paraphrase", "text"] }),
  25: stated("receipt_refuse", action.REFUSE, { 2: MESSAGE, 3: DESK, 4: ["reason", "refusal"], 5: ["text", "text"] }),
  34: stated("call_answer", action.ANSWER, { 2: CALL, 3: DESK, 4: ["media_key", "octets"] }),
  35: stated("call_decline", action.DECLINE, {
    2: CALL, 3: DESK, 4: ["reason", "decline"], 5: ["call_back_at", "instant"], 6: ["text", "text"],
  }),
  36: stated("call_busy", action.BUSY, { 2: CALL, 3: DESK, 4: ["call_back_at", "instant"] }),
  43: stated("call_request", action.REQUEST, {
    2: ["request", "octets"], 3: ["level", "text"], 4: DESK, 5: ["from_desk", "text"], 6: ["subject", "subject"],
    7: ["windows", "windows"], 8: ["language", "text"], 9: ["interpreter", "interpreter"], 10: ["text", "text"],
  }),
  44: stated("call_reply", action.REPLY, {
    2: ["request", "octets"], 3: ["answer", "reply"], 4: ["window", "window"], 5: ["reason", "decline"],
    6: ["text", "text"],
  }),
  45: stated("call_media", action.SPEAK, {
    2: CALL, 3: BY, 4: ["leg", "count"], 5: ["sdp", "sdp"], 6: ["fingerprint", "octets"], 7: ["description", "text"],
    8: DESK,
  }),
  50: stated("check_person", action.CHECK, { 2: DESK, 3: ["text", "text"], 4: ["path", "text"] }),
  52: stated("check_refuse", action.REFUSE, { 2: ["nonce", "octets"], 3: ["reason", "check_refusal"], 4: ["text", "text"] }),
  56: stated("watch_take", action.TAKE_WATCH, { 2: DESK, 3: ["role", "text"], 4: ["languages", "texts"] }),
  57: {
    name: "watch_hand_over", action: action.HAND_OVER, statements: [1, 2],
    layout: { 3: DESK, 4: ["role", "text"], 5: ["languages", "texts"], 6: ["open_items", "octets"] },
  },
  70: {
    name: "call_part", action: action.HAND_CALL, statements: [1, 2],
    layout: {
      3: CALL, 4: BY, 5: ["number", "count"], 6: ["change", "change"], 7: ["leg", "count"], 8: ["who", "text"], 9: DESK,
    },
  },
  71: stated("call_record", action.RECORD, { 2: CALL, 3: BY, 4: ["number", "count"], 5: ["consent", "consent"] }),
  ...NOTICE_KINDS,
  73: stated("call_minutes", action.MINUTE, { 2: CALL, 3: BY, 4: ["text", "text"], 5: ["agrees", "octets"] }),
  74: stated("voice_note", action.LEAVE_NOTE, {
    2: DESK, 3: ["from_desk", "text"], 4: ["duration_ms", "count"], 5: ["sound", "count"], 6: ["size_bytes", "count"],
    7: ["sha256", "octets"], 8: ["parts", "hashes"], 9: ["gist", "text"], 10: ["language", "text"],
  }),
};

export interface Review {
  kind: Kind;
  fields: Fields;
  shown: Shown[];
  /** Officers whose statements the body carries already. */
  signedBy: string[];
}

/** A body of a kind, completely read. Raises NotStrict. */
export function review(number: number, body: Bytes): Review {
  const kind = KINDS[number];
  if (!kind) throw new NotStrict(`kind ${number} is none that an officer signs`);
  const fields = decode(body);
  if (!(fields instanceof Map)) throw new NotStrict("the body is not a map");
  const shown = [...fields].filter(([key]) => !kind.statements.includes(key)).flatMap(([key, value]) => {
    const layout = kind.layout[key];
    if (!layout) throw new NotStrict(`the body has an unknown key ${key}`);
    return read(layout[0], layout[1], value);
  });
  return { kind, fields, shown, signedBy: officers(kind, fields) };
}

function officers(kind: Kind, fields: Fields): string[] {
  const values = kind.statements.flatMap((key) => fields.get(key) ?? []);
  return values.map((each) => {
    const name = each instanceof Map ? each.get(1) : undefined;
    if (typeof name !== "string") throw new NotStrict("a statement without an officer");
    return name;
  });
}

export function read(field: Field, wire: Wire, value: Value): Shown[] {
  if (typeof wire === "function") return wire(field, value);
  switch (wire) {
    case "text":
      return [{ field, form: "text", text: text(value) }];
    case "texts":
      return [{ field, form: "texts", texts: list(value).map(text) }];
    case "count":
      return [{ field, form: "text", text: String(number(value)) }];
    case "octets":
      return [{ field, form: "hash", hash: hash(field, value) }];
    case "hashes":
      return [{ field, form: "texts", texts: list(value).map((each) => hash(field, each)) }];
    case "instant":
      return [{ field, form: "instant", at: number(value) }];
    case "window":
      return [window(field, value)];
    case "windows":
      return list(value).map((each) => window(field, each));
    case "phrase":
      return [phrase(field, value)];
    default:
      return [{ field, form: "choice", of: wire, name: choice(wire, value) }];
  }
}

function hash(field: Field, value: Value): string {
  if (!(value instanceof Uint8Array)) throw new NotStrict(`${field} is not bytes`);
  return toHex(value);
}

function window(field: Field, value: Value): Shown {
  const held = map(value, 1, 2);
  return { field, form: "window", from: number(held.get(1) ?? null), until: number(held.get(2) ?? null) };
}

function phrase(field: Field, value: Value): Shown {
  const held = map(value, 1, 2, 3);
  const book = held.get(1);
  if (!(book instanceof Uint8Array)) throw new NotStrict("a phrase without its book");
  return {
    field, form: "phrase", book: toHex(book), phrase: text(held.get(2) ?? null), parameters: list(held.get(3) ?? []),
  };
}

function choice(of: Choice, value: Value): string {
  const name = CHOICES[of][number(value)];
  if (!name) throw new NotStrict(`${of} has no choice ${String(value)}`);
  return name;
}
