// The openings of a line and the checkpoints of its logs: what is wrong with one, as [code, values], or nothing.

import { hex, same } from "./bytes.mjs";
import { PAIR } from "./cards.mjs";
import { readNote, readOrigin, signedByLog, signedStrongly } from "./note.mjs";
import { Bad, body, encode, list, octets, octetsUpTo, without } from "./shape.mjs";
import { digest } from "./signing.mjs";
import { COMPARE, OFFICERS_NEEDED, STATEMENT } from "./statements.mjs";

const NOTE = body({ 1: ["note", octetsUpTo(8192)] });
const OPENING = body({
  1: ["statements", list(STATEMENT, 4), []],
  2: ["parties", list(octets(32), 2)],
  3: ["cards", list(octets(32), 2)],
  4: ["nonces", list(octets(32), 2)],
});

function readOpening(map) {
  const opened = OPENING(map);
  const pairs = [opened.parties, opened.cards, opened.nonces];
  if (pairs.some((each) => each.length !== 2)) throw new Bad("not two of each");
  if (hex(opened.parties[0]) >= hex(opened.parties[1])) throw new Bad("the lower party is not the first");
  return opened;
}

const alike = (one, other) => one.every((each, at) => same(each, other[at]));

// Raises Bad for a body without the shape of an opening.
export async function brokenOpening(map, fact, { head, sides }, officers) {
  const opened = readOpening(map);
  const held = [0, 1].map((side) => sides[side].filter((each) => same(each.hash, opened.cards[side])));
  const ours = alike(opened.parties, head.parties) && alike(opened.nonces, head.nonces);
  if (!ours || held.some((each) => each.length !== 1)) return ["open-other", {}];
  fact.opened = held.map(([card]) => card.serial);
  const names = await comparers(map, opened, held[fact.side][0], officers);
  const count = names.size, needed = OFFICERS_NEEDED[head.environment];
  return count < needed ? ["not-compared", { count, needed }] : null;
}

// The officers of a card who state that they compared this opening.
async function comparers(map, opened, card, officers) {
  const detail = digest("officer", encode(without(map, 1))), names = new Set();
  const able = card.officers.filter((each) => each.powers.includes(PAIR));
  const roster = new Map(able.map((each) => [each.name, each.key]));
  for (const [at, said] of opened.statements.entries()) {
    const key = roster.get(said.officer);
    const fits = key && said.action === COMPARE && same(said.detail, detail);
    if (fits && (await officers.holds(map.get(1)[at], said, key))) names.add(said.officer);
  }
  return names;
}

// The same of a checkpoint; raises Bad for a note that cannot be read.
export async function brokenCheckpoint(map, fact, { head }, cards) {
  const note = readNote(NOTE(map).note), origin = readOrigin(note.origin);
  if (!origin) throw new Bad("not the origin of a Firebreak log");
  const own = [hex(head.line), hex(head.parties[fact.side]), fact.segment];
  if ([origin.line, origin.party, origin.segment].some((each, at) => each !== own[at])) return ["checkpoint-origin", {}];
  for (const card of cards) {
    if ((await signedByLog(note, card.logKey)) && signedStrongly(note, card.checkpointKey, head.environment)) {
      fact.tree = { size: note.size, root: hex(note.root) };
      return null;
    }
  }
  return ["checkpoint-signature", {}];
}
