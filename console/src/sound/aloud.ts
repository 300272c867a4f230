// Digits that both officers read to each other: they follow from the certificates of both ends, so that whoever stands
// between with keys of their own would have to find keys that give the same twenty.

import { fromHex, join, sha256, utf8 } from "../model/bytes.ts";

const DIGITS = 20; // 66 bits: a match takes some 2^33 pairs of keys, found while it rings
const GROUP = 5;

/** Four groups of five; the caller reads the first two, the other side the last two. */
export async function aloud(call: string, one: string, other: string): Promise<string[]> {
  const keys = [one, other].sort().map(fromHex);
  const hash = await sha256(join(utf8("FIREBREAK/1\0aloud\0"), fromHex(call), ...keys));
  const number = hash.reduce((sum, each) => (sum << 8n) | BigInt(each), 0n) % 10n ** BigInt(DIGITS);
  return number.toString().padStart(DIGITS, "0").match(new RegExp(`.{${GROUP}}`, "g")) ?? [];
}
