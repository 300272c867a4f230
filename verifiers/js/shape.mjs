// Bodies (spec/cbor.md): maps with declared fields. A field at its default is not written, unknown keys below
// 32 are refused, keys from 32 on are kept.

import { same } from "./bytes.mjs";
import { Bad, decode, encode } from "./cbor.mjs";

const INTEGER_MOST = 2n ** 63n - 1n;

const check = (good, what) => (value) => {
  if (!good(value)) throw new Bad(`expected ${what}`);
  return value;
};

export const isNumber = (value) => typeof value === "number" || typeof value === "bigint";
export const isBytes = (value) => value instanceof Uint8Array;

export const octets = (exactly) =>
  check((value) => isBytes(value) && value.length === exactly, `${exactly} bytes`);
export const octetsUpTo = (most) =>
  check((value) => isBytes(value) && value.length <= most, `at most ${most} bytes`);
export const number = (least = 0, most = INTEGER_MOST) =>
  check((value) => isNumber(value) && value >= least && value <= most, `a number from ${least} to ${most}`);
export const words = (least, most) =>
  check((value) => {
    if (typeof value !== "string") return false;
    const length = [...value].length;
    return length >= least && length <= most;
  }, `text of ${least} to ${most} characters`);

export const list = (of, most) => (value) => {
  if (!Array.isArray(value) || value.length > most) throw new Bad(`expected a list of at most ${most}`);
  return value.map(of);
};

// `fields`: key to [name, reader] or, where it may be left out, [name, reader, default as it would be written].
export const body = (fields) => (value) => {
  if (!(value instanceof Map)) throw new Bad("expected a map");
  const result = {};
  for (const [key, [name, read, ...absent]] of Object.entries(fields)) {
    const written = value.get(Number(key));
    if (written === undefined) {
      if (!absent.length) throw new Bad(`${name} is missing`);
      result[name] = read(absent[0]);
      continue;
    }
    result[name] = read(written);
    if (absent.length && same(encode(written), encode(absent[0]))) {
      throw new Bad(`${name} is written although it is the default`);
    }
  }
  for (const key of value.keys()) {
    if (key < 32 && !(key in fields)) throw new Bad(`unknown key ${key}`);
  }
  return result;
};

export const BODY_BYTES = 16384;
export const without = (map, ...keys) => new Map([...map].filter(([key]) => !keys.includes(key)));
export { Bad, decode, encode };
