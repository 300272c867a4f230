// Strict CBOR (spec/cbor.md): one value, one spelling. Maps come as Map, whole numbers as number or, beyond
// 2^53, as bigint.

import { join, text, utf8 } from "./bytes.mjs";

export class Bad extends Error {}

const DEPTH = 8;
const KEYS = 64;
const SMALLEST = [24, 2 ** 8, 2 ** 16, 2 ** 32];

export function decode(data, most = 65536) {
  if (data.length > most) throw new Bad(`${data.length} bytes, at most ${most}`);
  const reader = new Reader(data);
  const value = reader.value(DEPTH);
  if (reader.at !== data.length) throw new Bad("bytes after the end");
  return value;
}

class Reader {
  constructor(data) {
    this.data = data;
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.at = 0;
  }

  take(length) {
    if (length > this.data.length - this.at) throw new Bad("it ends too early");
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  // The number that follows the three bits of the type, in its shortest spelling.
  argument(low) {
    if (low < 24) return low;
    if (low > 27) throw new Bad("an indefinite length or a reserved form");
    const size = 1 << (low - 24);
    this.take(size);
    const at = this.at - size;
    let value;
    if (size === 1) value = this.view.getUint8(at);
    else if (size === 2) value = this.view.getUint16(at);
    else if (size === 4) value = this.view.getUint32(at);
    else value = this.view.getBigUint64(at);
    if (value < SMALLEST[low - 24]) throw new Bad("a number that is not in its shortest form");
    return typeof value === "bigint" ? plain(value) : value;
  }

  value(depth) {
    const first = this.take(1)[0];
    const type = first >> 5, low = first & 31;
    if (type === 7) {
      if (low === 20 || low === 21) return low === 21;
      if (low === 22) return null;
      throw new Bad("a float or a simple value");
    }
    if (type === 6) throw new Bad("a tag");
    const number = this.argument(low);
    if (type === 0) return number;
    if (type === 1) return typeof number === "bigint" ? plain(-1n - number) : plain(-1n - BigInt(number));
    if (type === 2) return this.take(number);
    if (type === 3) return this.string(number);
    if (depth === 0) throw new Bad(`nested deeper than ${DEPTH}`);
    return type === 4 ? this.list(number, depth - 1) : this.map(number, depth - 1);
  }

  string(length) {
    try {
      return text(this.take(length));
    } catch {
      throw new Bad("text that is not UTF-8");
    }
  }

  list(length, depth) {
    if (length > this.data.length - this.at) throw new Bad("it ends too early");
    return Array.from({ length: Number(length) }, () => this.value(depth));
  }

  map(length, depth) {
    if (length > KEYS) throw new Bad(`a map of more than ${KEYS} keys`);
    const map = new Map();
    let last = -1;
    for (let count = 0; count < length; count++) {
      const first = this.take(1)[0];
      if (first >> 5 !== 0) throw new Bad("a map key that is not a whole number");
      const key = this.argument(first & 31);
      if (key <= last) throw new Bad("map keys out of order");
      map.set(key, this.value(depth));
      last = key;
    }
    return map;
  }
}

const plain = (big) =>
  big >= Number.MIN_SAFE_INTEGER && big <= Number.MAX_SAFE_INTEGER ? Number(big) : big;

// The one spelling of a value whose map keys are in order already.
export function encode(value) {
  if (value === null) return Uint8Array.of(0xf6);
  if (typeof value === "boolean") return Uint8Array.of(value ? 0xf5 : 0xf4);
  if (typeof value === "number" || typeof value === "bigint") {
    return value < 0 ? head(1, -1n - BigInt(value)) : head(0, BigInt(value));
  }
  if (value instanceof Uint8Array) return join(head(2, BigInt(value.length)), value);
  if (typeof value === "string") {
    const bytes = utf8(value);
    return join(head(3, BigInt(bytes.length)), bytes);
  }
  if (Array.isArray(value)) return join(head(4, BigInt(value.length)), ...value.map(encode));
  const items = [...value].flatMap(([key, each]) => [encode(key), encode(each)]);
  return join(head(5, BigInt(value.size)), ...items);
}

function head(type, number) {
  if (number < 24n) return Uint8Array.of((type << 5) | Number(number));
  const step = number < 2n ** 8n ? 0 : number < 2n ** 16n ? 1 : number < 2n ** 32n ? 2 : 3;
  const bytes = new Uint8Array(1 + (1 << step));
  bytes[0] = (type << 5) | (24 + step);
  for (let at = bytes.length - 1; at > 0; at--, number >>= 8n) bytes[at] = Number(number & 255n);
  return bytes;
}
