// The header of an entry (spec/entry.md).

import { hex } from "./bytes.mjs";
import { Bad, body, decode, list, number, octets } from "./shape.mjs";

const SAFE = Number.MAX_SAFE_INTEGER;

const ref = (value) => {
  if (!Array.isArray(value) || value.length !== 3) throw new Bad("a reference that is none");
  return { segment: hex(octets(16)(value[0])), seq: number(1, SAFE)(value[1]), hash: hex(octets(32)(value[2])) };
};

const HEADER = body({
  0: ["version", number(1, 1)],
  1: ["environment", number(0, 1)],
  2: ["line", octets(32)],
  3: ["writer", octets(16)],
  4: ["segment", octets(16)],
  5: ["seq", number(1, SAFE)],
  6: ["prev", octets(32)],
  7: ["seen", (value) => value && ref(value), null],
  8: ["kind", number(0, SAFE)],
  9: ["precedence", number(0, 3), 0],
  10: ["time", list(number(0, SAFE), 2)],
  11: ["refs", list(ref, 64), []],
  12: ["commitment", octets(32)],
  13: ["sizeClass", number(0, SAFE), 0],
  14: ["keyId", octets(8)],
  15: ["witness", (value) => value && octets(32)(value), null],
  16: ["critical", list(number(0, SAFE), 64), []],
});

export function readHeader(payload) {
  const map = decode(payload, 1024);
  const header = HEADER(map);
  const { time } = header;
  if (time.length !== 2 || time[0] > time[1]) throw new Bad("a time that ends before it begins");
  if (map.has(7) && !header.seen) throw new Bad("seen is no reference");
  if (map.has(15) && !header.witness) throw new Bad("no hash of a stamp");
  return header;
}
