// The shape of what is said about private matchings (spec/private-matching.md): bounds and hashes.

import { KIND } from "./kinds.mjs";
import { Bad, body, number, octets, octetsUpTo, without, words } from "./shape.mjs";

const ITEMS = 2000, PARTS = 14, MINUTE = 60000n, WEEK = 10080n * MINUTE, OFF = 3, HITS = 1;
const HASH = octets(32), DESK = words(1, 40), NOTE = ["text", words(0, 500), ""];

const PROPOSED = body({
  2: ["from_desk", DESK],
  3: ["desk", DESK],
  4: ["from", number(1)],
  5: ["until", number(1)],
  6: ["grid", words(1, 16)],
  7: ["resolution", number(0, 30)],
  8: ["reach", number(0, 500000)],
  9: ["expander", number(1, 2)],
  11: ["items", number(1, ITEMS)],
  12: NOTE,
});
const ANSWER = body({ 2: ["matching", HASH], 3: ["word", number(1, OFF)], 4: ["desk", DESK], 5: NOTE });
const COMMIT = body({ 1: ["matching", HASH], 2: ["answer", HASH], 3: ["commitment", HASH] });
const PART = body({
  1: ["matching", HASH],
  2: ["role", number(1, 3)],
  3: ["number", number(1, PARTS)],
  4: ["of", number(1, PARTS)],
  5: ["whole", HASH],
  6: ["data", octetsUpTo(12000)],
});
const DONE = body({
  2: ["matching", HASH],
  3: ["result", number(1, 3)],
  4: ["desk", DESK],
  5: ["hits", number(0, ITEMS), 0],
  6: NOTE,
});

// Throws Bad unless the body has the shape of its kind.
export function holdMatching(kind, map) {
  if (kind === KIND.matchingProposed) {
    const { from, until } = PROPOSED(without(map, 1)), long = BigInt(until) - BigInt(from);
    if (long < MINUTE || long > WEEK) throw new Bad("a bucket of another length");
  }
  if (kind === KIND.matchingAnswer) {
    const { word } = ANSWER(without(map, 1));
    if (Number(word) === OFF && map.has(1)) throw new Bad("an officer says what only a node says");
  }
  if (kind === KIND.matchingCommit) COMMIT(map);
  if (kind === KIND.matchingPart) {
    const { number: at, of, data } = PART(map);
    if (!data.length || Number(at) > Number(of)) throw new Bad("a part without a byte, or behind the last one");
  }
  if (kind === KIND.matchingDone) {
    const { result, hits } = DONE(without(map, 1));
    if ((Number(result) === HITS) !== (Number(hits) > 0)) throw new Bad("hits without a number, or a number without hits");
  }
}
