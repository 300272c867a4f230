// An officer's statement (spec/entry.md, "Officers"): built here, byte for byte as the node checks it.
//
// The id of the line comes from the caller's own memory, never from what the server answered.

import { join, same, sha256, utf8, type Bytes } from "./bytes.ts";
import { encode, type Fields } from "./cbor.ts";

export const NO_ENTRY: Bytes = new Uint8Array(32);
const PREFIX = utf8("FIREBREAK/1\0");
const PROTECTED = Uint8Array.of(0xa1, 0x01, 0x32); // {1: -19}, Ed25519
const STATEMENT = 1;
const RELIEF = 2;
const RELEASE = 10;
const SIGNATURE = 8;

export interface Line {
  /** The line's id, 32 bytes, as this browser remembers it. */
  id: Bytes;
  /** 0 for real use, 1 for an exercise. */
  environment: number;
}

export interface Said {
  officer: string;
  action: number;
  /** Hash of the entry it is about, and its commitment. */
  entry?: Bytes;
  commitment?: Bytes;
  language?: string;
  /** Milliseconds UTC by the node's clock. */
  time: number;
}

/** Signs bytes with the officer's key. */
export type Sign = (bytes: Bytes) => Promise<Bytes>;

const purpose = (): Bytes => join(PREFIX, utf8("officer"), Uint8Array.of(0));
const without = (fields: Fields, ...keys: number[]): Fields =>
  new Map([...fields].filter(([key]) => !keys.includes(key)));

/** Digest of everything in a body but the statements in it. */
export const detailOf = (fields: Fields, ...statements: number[]): Promise<Bytes> =>
  sha256(purpose(), encode(without(fields, ...statements)));

/** The statement's map without its signature. */
export function unsigned(said: Said, detail: Bytes): Fields {
  const map: Fields = new Map();
  map.set(1, said.officer);
  map.set(2, said.action);
  if (said.entry && !same(said.entry, NO_ENTRY)) map.set(3, said.entry);
  if (said.commitment && !same(said.commitment, NO_ENTRY)) map.set(4, said.commitment);
  map.set(5, detail);
  if (said.language) map.set(6, said.language);
  map.set(7, said.time);
  return map;
}

/** What Ed25519 is given (COSE_Sign1, RFC 9052 §4.4). */
export function signedBytes(payload: Bytes, line: Line): Bytes {
  const external = join(purpose(), Uint8Array.of(line.environment), line.id);
  return encode(["Signature1", PROTECTED, external, payload]);
}

async function signed(fields: Fields, said: Said, line: Line, sign: Sign, keys: number[]): Promise<Fields> {
  const statement = unsigned(said, await detailOf(fields, ...keys));
  statement.set(SIGNATURE, await sign(signedBytes(encode(statement), line)));
  return statement;
}

/** The body with the officer's statement under key 1. */
export async function stated(fields: Fields, said: Said, line: Line, sign: Sign): Promise<Bytes> {
  const keys = TWICE.has(said.action) ? [STATEMENT, RELIEF] : [STATEMENT];
  return encode(new Map(fields).set(STATEMENT, await signed(fields, said, line, sign, keys)));
}

/** A handover that the officer who leaves has signed, with the word of the one who comes on. */
export async function relieved(fields: Fields, said: Said, line: Line, sign: Sign): Promise<Bytes> {
  return encode(new Map(fields).set(RELIEF, await signed(fields, said, line, sign, [STATEMENT, RELIEF])));
}

/** One officer's word that a message may go out, or a notice, whose issuer's word is no part of it. */
export async function released(fields: Fields, said: Said, line: Line, sign: Sign, keys = [RELEASE]): Promise<Bytes> {
  return encode(await signed(fields, said, line, sign, keys));
}

export const READ = 1;
export const ACKNOWLEDGE = 2;
export const REFUSE = 3;
export const ANSWER = 4;
export const DECLINE = 5;
export const BUSY = 6;
export const TAKE_WATCH = 7;
export const HAND_OVER = 8;
export const CHECK = 9;
export const REQUEST = 10;
export const REPLY = 11;
export const SUSPEND = 12;
export const RESTORE = 13;
export const CLOSE = 14;
export const RELEASE_ACTION = 16;
export const SPEAK = 17;
export const HAND_CALL = 18;
export const TAKE_CALL = 19;
export const RECORD = 20;
export const MINUTE = 21;
export const ISSUE = 22;
export const CANCEL = 23;
export const RESPOND = 24;
export const PASS_ON = 25;
export const RENEW = 26;
export const INQUIRE = 27;
export const EXPLAIN = 28;
export const REPORT = 29;
export const LEAVE_NOTE = 30;

/** What a second officer signs too, over the same fields. */
const TWICE: ReadonlySet<number> = new Set([HAND_OVER, HAND_CALL]);
