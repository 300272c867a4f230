// Checkpoints as signed notes, and the tree they sum up (spec/checkpoint.md).

import { base64, join, same, sha256, text, unbase64, utf8 } from "./bytes.mjs";
import { verifyEd25519 } from "./ed25519.mjs";
import { verifyMldsa } from "./mldsa.mjs";
import { Bad } from "./cbor.mjs";
import { context } from "./signing.mjs";

// Space of any script, as Unicode has it.
const SPACE = "\\u0009-\\u000d\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const NAME = new RegExp(`^[^${SPACE}+]+$`, "u");
const EDGE = new RegExp(`^[${SPACE}]|[${SPACE}]$`, "u");
const ORIGIN = /^firebreak\/1\/([0-9a-f]{64})\/([0-9a-f]{64})\/([0-9a-f]{32})$/;
const EMPTY_ROOT = sha256(new Uint8Array(0));

export const ED25519 = Uint8Array.of(1);
export const COSIGNATURE = Uint8Array.of(4);
export const COSIGNATURE_44 = Uint8Array.of(6);
export const MLDSA65 = join(Uint8Array.of(0xff), utf8("firebreak-mldsa65"));

function plain(data) {
  let read;
  try {
    read = text(data);
  } catch {
    throw new Bad("not UTF-8");
  }
  if (/[\x00-\x09\x0b-\x1f]/.test(read)) throw new Bad("a control character");
  return read;
}

function readLine(line) {
  const match = /^— ([^ ]*) ([^ ]*)$/.exec(line);
  const raw = match && unbase64(match[2]);
  if (!raw) throw new Bad("a signature line that is not dash, name and base64");
  if (!NAME.test(match[1]) || utf8(match[1]).length > 255) throw new Bad("a key name that is none");
  if (raw.length <= 4 || raw.length > 5004) throw new Bad(`a signature of ${raw.length} bytes with its key hash`);
  return { name: match[1], keyHash: raw.subarray(0, 4), signature: raw.subarray(4) };
}

export function readNote(data) {
  if (data.length > 128 * 1024) throw new Bad("more than 128 KiB");
  const whole = plain(data);
  const parting = whole.lastIndexOf("\n\n");
  if (parting < 0 || parting + 2 >= whole.length || !whole.endsWith("\n")) throw new Bad("no signature lines");
  const rows = whole.slice(parting + 2, -1).split("\n");
  if (rows.length > 16) throw new Bad("more than 16 signatures");
  const signatures = rows.map(readLine);
  const keys = signatures.map((each) => `${each.name} ${base64(each.keyHash)}`);
  if (new Set(keys).size < keys.length) throw new Bad("two signatures under one key");
  return { ...readText(`${whole.slice(0, parting)}\n`), signatures };
}

function readText(whole) {
  const [origin, size, root, ...extensions] = whole.slice(0, -1).split("\n");
  const lines = [origin, size, root, ...extensions];
  if (lines.some((each) => !each || EDGE.test(each))) throw new Bad("not origin, size and root on a line each");
  const long = extensions.some((each) => utf8(each).length > 512);
  if (utf8(origin).length > 255 || extensions.length > 8 || long) throw new Bad("lines that are too long or too many");
  if (!/^(0|[1-9][0-9]{0,18})$/.test(size) || BigInt(size) >= 2n ** 63n) throw new Bad("no tree size");
  const hash = unbase64(root);
  if (!hash || hash.length !== 32) throw new Bad("no root hash");
  if (size === "0" && !same(hash, EMPTY_ROOT)) throw new Bad("another root than that of no entries");
  return { text: utf8(whole), origin, size: Number(size), exact: BigInt(size), root: hash };
}

// Line id, party id and segment in hexadecimal; null for another log.
export function readOrigin(origin) {
  const match = ORIGIN.exec(origin);
  return match && { line: match[1], party: match[2], segment: match[3] };
}

export function signatureOf(note, name, algorithm, key) {
  const hash = sha256(utf8(name), Uint8Array.of(10), algorithm, key).subarray(0, 4);
  return note.signatures.find((each) => each.name === name && same(each.keyHash, hash))?.signature ?? null;
}

export async function signedByLog(note, key) {
  const signature = signatureOf(note, note.origin, ED25519, key);
  return signature !== null && (await verifyEd25519(key, signature, note.text));
}

export function signedStrongly(note, key, environment) {
  const signature = signatureOf(note, note.origin, MLDSA65, key);
  return signature !== null && verifyMldsa(65, key, signature, note.text, context("checkpoint", environment));
}

// When a witness cosigned; null where its line does not hold, undefined where there is none.
export async function cosignedAt(note, { name, key, algorithm }) {
  const raw = signatureOf(note, name, algorithm, key);
  if (raw === null) return undefined;
  const older = algorithm === COSIGNATURE;
  if (raw.length !== 8 + (older ? 64 : 2420)) return null;
  const seconds = new DataView(raw.buffer, raw.byteOffset).getBigUint64(0);
  if (seconds < 1n || seconds > 253402300799n) return null;
  const signature = raw.subarray(8);
  const holds = older
    ? await verifyEd25519(key, signature, join(utf8(`cosignature/v1\ntime ${seconds}\n`), note.text))
    : verifyMldsa(44, key, signature, structure(note, name, seconds));
  return holds ? Number(seconds) * 1000 : null;
}

function structure(note, name, seconds) {
  const eight = (value) => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
    return bytes;
  };
  const counted = (letters) => join(Uint8Array.of(utf8(letters).length), utf8(letters));
  const tree = [eight(0), eight(note.exact), note.root];
  return join(utf8("subtree/v1\n\0"), counted(name), eight(seconds), counted(note.origin), ...tree);
}

// -- the tree of RFC 6962, as the roots of its full subtrees; growing makes a new one ---------------

export const node = (left, right) => sha256(Uint8Array.of(1), left, right);
export const leaf = (hash) => sha256(Uint8Array.of(0), hash);

export class Tree {
  constructor(size = 0, peaks = []) {
    this.size = size;
    this.peaks = peaks;
  }

  grown(hash) {
    const peaks = this.peaks.slice();
    let top = leaf(hash);
    for (let place = this.size; place % 2; place = (place - 1) / 2) top = node(peaks.pop(), top);
    return new Tree(this.size + 1, [...peaks, top]);
  }

  get root() {
    return this.peaks.length ? this.peaks.reduceRight((right, left) => node(left, right)) : EMPTY_ROOT;
  }
}
