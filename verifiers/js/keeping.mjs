// What entries say about cards, revoked keys and release (spec/keys.md), read from their bodies.

import { hex, same, sha256 } from "./bytes.mjs";
import { readCardFile, rootId, rootsHold } from "./cards.mjs";
import { verifyEd25519 } from "./ed25519.mjs";
import { verifyMldsa } from "./mldsa.mjs";
import { Bad, body, BODY_BYTES, decode, encode, isBytes, isNumber, list, number, octets, octetsUpTo, without, words } from "./shape.mjs";
import { context, digest, toSign } from "./signing.mjs";

const RELEASE_KEY = 10;
const FLASH = 3, RELEASE = 16, ISSUE = 22, COMPARE = 15, PERSONS = 2, STATEMENTS = 4, RUNS = 128;
// Kind to the key of the statements that release it, and their action; of messages (16) and notices (18) only flash
// ones. Whoever issues a notice under key 1 (action 22) is one of the two, if able to release.
const TWO_PERSON = new Map([
  [2, [1, COMPARE]], [16, [RELEASE_KEY, RELEASE]], [17, [RELEASE_KEY, RELEASE]],
  [18, [RELEASE_KEY, RELEASE, ISSUE]], [63, [RELEASE_KEY, RELEASE]], [7, [RELEASE_KEY, RELEASE]],
]);
const FLASH_ONLY = new Set([16, 18]);
const POWER = new Map([[COMPARE, 2], [RELEASE, 4]]);

const PLACE = body({ 1: ["segment", octets(16)], 2: ["seq", number(1)], 3: ["hash", octets(32)] });
const STRETCH = body({
  1: ["segment", octets(16)], 2: ["first", number(1)], 3: ["last", number(1)], 4: ["hash", octets(32)],
});
const ROOTED = body({ 1: ["payload", octetsUpTo(4096)], 2: ["ed25519", octets(64)], 3: ["mldsa65", octets(3309)] });
const TAKEN = body({ 1: ["revocation", ROOTED], 2: ["acknowledged", list(STRETCH, RUNS), []] });
const REVOCATION = body({
  0: ["version", number(1, 1), 1],
  1: ["environment", number(0, 1)],
  2: ["line", octets(32)],
  3: ["party", octets(32)],
  4: ["key", octets(32)],
  5: ["lastGood", (value) => (value === null ? null : PLACE(value)), null],
  6: ["reason", words(0, 1000), ""],
  7: ["time", number()],
});

// The hash of the card in a `card` or `card.taken`; empty for bytes that hold none.
export function takenIn(map) {
  try {
    const value = isBytes(map.get(1)) ? decode(map.get(1), BODY_BYTES) : null;
    return Array.isArray(value) && isBytes(value[0]) ? hex(digest("card", value[0])) : "";
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    return "";
  }
}

// Whether the card in a `card.taken` holds, by the newest of these cards of its owner, and is none of them.
export async function isLeftOut(map, cards) {
  const hash = takenIn(map), newest = cards.at(-1);
  if (!hash || !newest || cards.some((each) => hex(each.hash) === hash)) return false;
  const card = readCardFile(map.get(1));
  if (!card) return false;
  const root = rootId(card);
  return (same(root, rootId(newest)) || same(root, newest.nextRoot)) && rootsHold(card);
}

// What a `revoke` or `revoke.taken` says, and the serials of the cards whose root keys signed it.
export async function revokedIn(map, cards, head) {
  const { revocation, acknowledged } = TAKEN(map);
  if (acknowledged.some((each) => each.first > each.last)) throw new Bad("a run that ends before it begins");
  const said = REVOCATION(decode(revocation.payload, BODY_BYTES));
  const fits = same(said.line, head.line) && said.environment === head.environment;
  const signed = new Set();
  for (const card of cards) {
    if (!fits || !same(said.party, card.party)) continue;
    const message = toSign("revoke", card.environment, revocation.payload);
    const holds =
      (await verifyEd25519(card.rootEd25519, revocation.ed25519, message)) &&
      verifyMldsa(65, card.rootMldsa65, revocation.mldsa65, message, context("revoke", card.environment));
    if (holds) signed.add(card.serial);
  }
  const { lastGood } = said;
  return {
    key: hex(sha256(said.key).subarray(0, 8)),
    good: lastGood && { segment: hex(lastGood.segment), seq: lastGood.seq, hash: hex(lastGood.hash) },
    acknowledged: acknowledged.map(({ segment, first, last, hash }) => ({ segment: hex(segment), first, seq: last, hash: hex(hash) })),
    cards: signed,
  };
}

// What a line agreement says about release.
export function agreedOn(map) {
  const terms = map.get(2) ?? null;
  const kinds = terms instanceof Map ? terms.get(12) : null;
  return { hash: hex(digest("agreement", encode(terms))), kinds: (Array.isArray(kinds) ? kinds : []).filter(isNumber) };
}

export const statementName = (value) => hex(digest("officer", encode(without(value, 8))));
export const mayBeReleased = (fact) => TWO_PERSON.has(fact.kind);
export const mayNeedTwo = (fact) => TWO_PERSON.has(fact.kind) && (!FLASH_ONLY.has(fact.kind) || fact.precedence === FLASH);

// The serials of the cards by which two officers released a body, and each statement that holds by some card.
export async function releasedBy(map, kind, cards, readStatement, holds) {
  const [key, action, issue] = TWO_PERSON.get(kind);
  const held = map.get(key), detail = digest("officer", encode(issue ? without(map, 1, key) : without(map, key)));
  const listed = (Array.isArray(held) && held.length <= STATEMENTS ? held : []).map((value) => [value, action]);
  const serials = new Set(), statements = new Map();
  if (key === RELEASE_KEY && !map.has(key)) return { serials, statements };
  if (issue && map.has(1)) listed.push([map.get(1), issue]);
  let read;
  try {
    read = listed.map(([value, wanted]) => [value, wanted, readStatement(value)]);
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    return { serials, statements };
  }
  for (const card of cards) {
    const roster = new Map(card.officers.map((each) => [each.name, each]));
    const keys = new Set();
    for (const [value, wanted, said] of read) {
      const officer = roster.get(said.officer);
      const fits = officer && said.action === wanted && same(said.detail, detail) && officer.powers.includes(POWER.get(action)) &&
        officer.powers.includes(POWER.get(wanted) ?? 1);
      if (!fits || !(await holds(value, said, officer.key))) continue;
      keys.add(hex(officer.key));
      if (key === RELEASE_KEY && wanted === action) statements.set(statementName(value), said.officer);
    }
    if (keys.size >= PERSONS) serials.add(card.serial);
  }
  return { serials, statements };
}
