// Strict deterministic CBOR (spec/cbor.md): one value has exactly one spelling, and what has another is refused.
//
// Only null, booleans, whole numbers, byte strings, text, arrays and maps exist; the keys of maps are whole numbers
// in rising order. Numbers beyond 2^53 come as bigint.

import { join, textOf, utf8, type Bytes } from "./bytes.ts";

export type Value = null | boolean | number | bigint | Bytes | string | Value[] | Fields;
export type Fields = Map<number, Value>;

export const DEPTH_MAX = 8;
export const MAP_KEYS_MAX = 64;
export const SIZE_MAX = 65_536; // one packet; nothing larger ever arrives in one piece

/** Bytes that are not strict CBOR. */
export class NotStrict extends Error {
  override readonly name = "NotStrict";
}

/** Exactly one value. Raises NotStrict for anything that `encode` would not have written. */
export function decode(data: Bytes, most = SIZE_MAX): Value {
  if (data.length > most) throw new NotStrict(`${data.length} bytes, at most ${most}`);
  const reader = new Reader(data);
  const value = reader.value(DEPTH_MAX);
  if (!reader.ended) throw new NotStrict("bytes after the end");
  return value;
}

const SMALLEST = [24, 2 ** 8, 2 ** 16, 2 ** 32] as const;

class Reader {
  readonly #data: Bytes;
  readonly #view: DataView;
  #at = 0;

  constructor(data: Bytes) {
    this.#data = data;
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  get ended(): boolean {
    return this.#at === this.#data.length;
  }

  value(depth: number): Value {
    const first = this.#byte();
    const low = first & 31;
    switch (first >> 5) {
      case 0:
        return this.#number(low);
      case 1:
        return small(-1n - BigInt(this.#number(low)));
      case 2:
        return this.#take(this.#length(low)).slice();
      case 3:
        return this.#text(this.#length(low));
      case 4:
        return this.#list(this.#length(low), deeper(depth));
      case 5:
        return this.#map(this.#length(low), deeper(depth));
      case 6:
        throw new NotStrict("a tag");
      default:
        return simple(low);
    }
  }

  #byte(): number {
    return this.#take(1)[0] as number;
  }

  #take(length: number): Bytes {
    if (length > this.#data.length - this.#at) throw new NotStrict("it ends too early");
    this.#at += length;
    return this.#data.subarray(this.#at - length, this.#at);
  }

  /** A number in its shortest spelling. */
  #number(low: number): number | bigint {
    if (low < 24) return low;
    if (low > 27) throw new NotStrict("an indefinite length or a reserved form");
    const size = 1 << (low - 24);
    this.#take(size);
    const value = this.#sized(this.#at - size, size);
    if (value < (SMALLEST[low - 24] as number)) throw new NotStrict("a number that is not in its shortest form");
    return small(BigInt(value));
  }

  #sized(at: number, size: number): number | bigint {
    if (size === 1) return this.#view.getUint8(at);
    if (size === 2) return this.#view.getUint16(at);
    return size === 4 ? this.#view.getUint32(at) : this.#view.getBigUint64(at);
  }

  #length(low: number): number {
    const length = this.#number(low);
    if (typeof length === "bigint") throw new NotStrict("it ends too early");
    return length;
  }

  #text(length: number): string {
    const bytes = this.#take(length);
    try {
      return textOf(bytes);
    } catch {
      throw new NotStrict("text that is not UTF-8");
    }
  }

  #list(length: number, depth: number): Value[] {
    if (length > this.#data.length - this.#at) throw new NotStrict("it ends too early");
    return Array.from({ length }, () => this.value(depth));
  }

  #map(length: number, depth: number): Fields {
    if (length > MAP_KEYS_MAX) throw new NotStrict(`a map of ${length} keys, at most ${MAP_KEYS_MAX}`);
    const map: Fields = new Map();
    let last = -1;
    for (let count = 0; count < length; count++) {
      const first = this.#byte();
      if (first >> 5 !== 0) throw new NotStrict("a map key that is not a whole number");
      const key = this.#length(first & 31);
      if (key <= last) throw new NotStrict("map keys out of order");
      map.set(key, this.value(depth));
      last = key;
    }
    return map;
  }
}

function deeper(depth: number): number {
  if (depth === 0) throw new NotStrict(`nested deeper than ${DEPTH_MAX}`);
  return depth - 1;
}

function simple(low: number): null | boolean {
  if (low === 20 || low === 21) return low === 21;
  if (low === 22) return null;
  throw new NotStrict("a float or a simple value");
}

const small = (big: bigint): number | bigint =>
  big >= Number.MIN_SAFE_INTEGER && big <= Number.MAX_SAFE_INTEGER ? Number(big) : big;

/** The one spelling of a value. Keys of maps are put in order. */
export function encode(value: Value): Bytes {
  if (value === null) return Uint8Array.of(0xf6);
  if (typeof value === "boolean") return Uint8Array.of(value ? 0xf5 : 0xf4);
  if (typeof value === "number" || typeof value === "bigint") return encodeNumber(BigInt(value));
  if (typeof value === "string") return joined(3, utf8(value));
  if (value instanceof Uint8Array) return joined(2, value);
  if (Array.isArray(value)) return join(head(4, BigInt(value.length)), ...value.map(encode));
  const items = [...value].sort(([one], [other]) => one - other);
  return join(head(5, BigInt(items.length)), ...items.flatMap(([key, each]) => [encode(key), encode(each)]));
}

const encodeNumber = (value: bigint): Bytes => (value < 0 ? head(1, -1n - value) : head(0, value));
const joined = (type: number, bytes: Bytes): Bytes => join(head(type, BigInt(bytes.length)), bytes);

function head(type: number, number: bigint): Bytes {
  if (number < 24n) return Uint8Array.of((type << 5) | Number(number));
  const step = number < 2n ** 8n ? 0 : number < 2n ** 16n ? 1 : number < 2n ** 32n ? 2 : 3;
  const bytes = new Uint8Array(1 + (1 << step));
  bytes[0] = (type << 5) | (24 + step);
  for (let at = bytes.length - 1, rest = number; at > 0; at--, rest >>= 8n) bytes[at] = Number(rest & 255n);
  return bytes;
}
