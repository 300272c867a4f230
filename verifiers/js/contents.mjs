// What the bodies of a few kinds say about other entries and about witnesses; no other body is looked into.

import { hex } from "./bytes.mjs";
import { KIND, RECEIPT } from "./kinds.mjs";
import { holdMatching } from "./matchings.mjs";
import { holdNotice } from "./notices.mjs";
import { Bad, body, list, number, octets, octetsUpTo, words } from "./shape.mjs";
import { holdVoice } from "./voices.mjs";

const RUN = body({
  1: ["segment", octets(16)],
  2: ["first", number(1)],
  3: ["last", number(1)],
  4: ["hash", octets(32)],
});
const run = (value) => {
  const read = RUN(value);
  if (read.first > read.last) throw new Bad("a run that ends before it begins");
  return read;
};
const NAMED = body({ 1: ["segment", octets(16)], 2: ["last", number(1)], 3: ["hash", octets(32)] });
const RUNS = body({ 1: ["runs", list(run, 256)] });
const ACCUSATION = body({ 1: ["first", NAMED], 2: ["second", NAMED] });
const SHREDDED = body({ 1: ["entry", NAMED], 2: ["reason", words(0, 200), ""] });
const STAMP = body({ 1: ["checkpoint", NAMED], 2: ["lines", octetsUpTo(14336)] });
const AGREED = body({
  1: ["name", words(1, 64)],
  2: ["operator", words(1, 64)],
  3: ["ed25519", octets(32)],
  4: ["mldsa44", octetsUpTo(1312), new Uint8Array(0)],
  5: ["statements", octetsUpTo(32), new Uint8Array(0)],
});

// Whom a line agreement names as witnesses, and how many of their operators it takes.
export function agreedIn(map) {
  const agreement = map.get(2) instanceof Map ? map.get(2) : new Map();
  const named = agreement.get(10), quorum = number(1, 8)(agreement.has(11) ? agreement.get(11) : 2);
  return { witnesses: list(AGREED, Infinity)(named === undefined ? [] : named), quorum };
}

// The entries that a body names. Receipts are read for nothing else; the rest have to have their shape.
export function namesIn(kind, map) {
  holdNotice(kind, map);
  holdVoice(kind, map);
  holdMatching(kind, map);
  const several = (read, value = []) => list(read, Infinity)(value);
  const name = (how) => ({ segment, first, last, hash }) => ({ how, segment: hex(segment), first, seq: last, hash: hex(hash) });
  const bare = (value) => ({ how: "receipt", hash: hex(octets(32)(value)), segment: "", seq: 0 });
  switch (kind) {
    case RECEIPT.node:
      return [...several(run, map.get(1)).map(name("receipt")), ...several(NAMED, map.get(2)).map(name("receipt"))];
    case RECEIPT.desk:
      return list(bare, Infinity)(map.get(1));
    case RECEIPT.read:
    case RECEIPT.acknowledge:
    case RECEIPT.refuse:
      return [bare(map.get(2))];
    case RECEIPT.bad:
      return [name("receipt")(NAMED(map.get(1)))];
    case KIND.orphans:
      return RUNS(map).runs.map(name("orphan"));
    case KIND.adopt:
      return RUNS(map).runs.map(name("adopted"));
    case KIND.equivocation: {
      const { first, second } = ACCUSATION(map);
      return [first, second].map(name("accused"));
    }
    case KIND.stamp:
      return [name("own")(STAMP(map).checkpoint)];
    case KIND.shred:
      return [name("reference")(SHREDDED(map).entry)];
    default:
      return [];
  }
}
