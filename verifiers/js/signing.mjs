// What is signed and hashed, and under which purpose (spec/entry.md).

import { join, sha256, utf8 } from "./bytes.mjs";
import { encode } from "./cbor.mjs";

const PREFIX = utf8("FIREBREAK/1\0");
const PROTECTED = Uint8Array.of(0xa1, 0x01, 0x32); // {1: -19}, Ed25519

const purposeBytes = (purpose) => join(PREFIX, utf8(purpose), Uint8Array.of(0));

export const digest = (purpose, ...parts) => sha256(purposeBytes(purpose), ...parts);
export const context = (purpose, environment) => join(purposeBytes(purpose), Uint8Array.of(environment));
export const hashOf = (payload) => digest("hash", PROTECTED, payload);

export const toSign = (purpose, environment, payload, line = new Uint8Array(0)) =>
  encode(["Signature1", PROTECTED, join(context(purpose, environment), line), payload]);

export function commitment(kind, salt, content) {
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(kind));
  return digest("body", salt, number, content);
}
