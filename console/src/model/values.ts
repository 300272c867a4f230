// Values of a body as they have to be. Each raises NotStrict for anything else.

import { NotStrict, type Fields, type Value } from "./cbor.ts";

export function text(value: Value): string {
  if (typeof value !== "string") throw new NotStrict("a field is not text");
  return value;
}

/** A whole number from 0. */
export function number(value: Value): number {
  const found = integer(value);
  if (found < 0) throw new NotStrict("a field is not a whole number from 0");
  return found;
}

export function integer(value: Value): number {
  if (typeof value !== "number") throw new NotStrict("a field is not a whole number");
  return value;
}

export function octets(value: Value): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new NotStrict("a field is not bytes");
  return value;
}

export function list(value: Value): Value[] {
  if (!Array.isArray(value)) throw new NotStrict("a field is not a list");
  return value;
}

export function map(value: Value, ...keys: number[]): Fields {
  if (!(value instanceof Map) || [...value.keys()].some((key) => !keys.includes(key))) {
    throw new NotStrict("a field is not the map that it should be");
  }
  return value;
}
