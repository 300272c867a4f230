// Cards (spec/card.md): who may sign what. The rules of taking a card in, at the instant it becomes valid.

import { hex, same, sha256, utf8, zeros } from "./bytes.mjs";
import { YEAR_9999 } from "./bundle.mjs";
import { certificateKey } from "./certificate.mjs";
import { Bad, body, BODY_BYTES, decode, list, number, octets, octetsUpTo, words } from "./shape.mjs";
import { brokenRule, verifyEd25519 } from "./ed25519.mjs";
import { verifyMldsa } from "./mldsa.mjs";
import { context, digest, toSign } from "./signing.mjs";

export const PAIR = 2;
const NONE = new Uint8Array(32);

const DESK = body({
  1: ["name", words(1, 64)],
  2: ["level", words(0, 32), ""],
  3: ["languages", list(words(2, 8), 16), []],
});
const OFFICER = body({
  1: ["name", words(1, 64)],
  2: ["role", words(0, 64), ""],
  3: ["key", octets(32)],
  4: ["powers", list(number(1, 4), 16), [1]],
});
const WITNESS = body({ 1: ["name", words(1, 64)], 2: ["key", octetsUpTo(4096)] });
const LIMITS = body({
  1: ["messagesAMinute", number(1, 100_000), 30],
  2: ["callsAMinute", number(1, 1_000), 6],
  3: ["flashAlarms", number(1, 1_000), 6],
});
const CARD = body({
  0: ["version", number(1, 1)],
  1: ["environment", number(0, 1)],
  2: ["party", octets(32)],
  3: ["name", words(1, 64)],
  4: ["serial", number(1, 2 ** 31 - 1)],
  5: ["previous", octets(32), NONE],
  6: ["validFrom", number(0, YEAR_9999)],
  7: ["validUntil", number(0, YEAR_9999)],
  8: ["rootEd25519", octets(32)],
  9: ["rootMldsa65", octets(1952)],
  10: ["nextRoot", octets(32)],
  11: ["logKey", octets(32)],
  12: ["checkpointKey", octets(1952)],
  13: ["certificateHash", octets(32)],
  14: ["certificate", octetsUpTo(2048)],
  15: ["kemKey", octets(1216)],
  16: ["desks", list(DESK, 64)],
  17: ["officers", list(OFFICER, 256), []],
  18: ["witnesses", list(WITNESS, 16), []],
  19: ["paths", list(words(3, 255), 16), []],
  20: ["versionMin", number(1, 255), 1],
  21: ["versionMax", number(1, 255), 1],
  22: ["limits", LIMITS, new Map()],
});

// A rule of taking in that a card breaks, by the name under which every language has words for it.
class CardFault extends Error {
  constructor(code, rule, detail) {
    super(detail);
    this.code = code;
    this.values = rule && { rule, detail };
  }
}

export class Cards {
  constructor(head) {
    this.head = head;
    this.sides = [[], []];
    this.keys = [new Map(), new Map()]; // key id to {key, cards}
    this.faults = [];
  }

  name(side) {
    const cards = this.sides[side];
    return cards.length ? cards.at(-1).name : hex(this.head.parties[side]).slice(0, 16);
  }

  key(side, id) {
    return this.keys[side].get(hex(id)) ?? null;
  }
}

export async function readCards(head, raws) {
  const cards = new Cards(head);
  const fault = (code, values = {}) => cards.faults.push({ code, entry: "", values });
  const line = sha256(utf8("FB1 line"), Uint8Array.of(head.environment), ...head.parties, ...head.nonces);
  if (!same(line, head.line)) fault("line-id");
  for (const raw of raws) {
    let card;
    try {
      card = { ...CARD(decode(raw.payload, 60 * 1024)), ...raw, hash: digest("card", raw.payload) };
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      fault("card-unreadable", { detail: error.message });
      continue;
    }
    const side = head.parties.findIndex((each) => same(each, card.party));
    if (side < 0) fault("card-foreign", { party: hex(card.party).slice(0, 16) });
    else cards.sides[side].push(card);
  }
  const known = new Map();
  for (const side of [0, 1]) {
    const held = cards.sides[side];
    if (!held.length) fault("no-card", { party: hex(head.parties[side]).slice(0, 16) });
    const broken = await sortOut(cards, side, known, head.environment);
    const party = cards.name(side);
    for (const [serial, error] of broken) fault(error.code, { party, serial, ...error.values });
    indexKeys(cards, side);
  }
  return cards;
}

// Keeps the cards of a side that pass: a name or a key on any other one is nobody's. Gives those others.
async function sortOut(cards, side, known, environment) {
  const passed = [], broken = [];
  for (const card of cards.sides[side].sort((one, other) => one.serial - other.serial)) {
    try {
      await mayBeTakenIn(card, passed.at(-1), known, environment);
      passed.push(card);
    } catch (error) {
      if (!(error instanceof CardFault)) throw error;
      broken.push([card.serial, error]);
    }
  }
  cards.sides[side] = passed;
  return broken;
}

function indexKeys(cards, side) {
  for (const card of cards.sides[side]) {
    const id = hex(sha256(card.logKey).subarray(0, 8));
    const held = cards.keys[side].get(id) ?? { key: card.logKey, cards: [] };
    held.cards.push(card);
    held.serial = card.serial;
    cards.keys[side].set(id, held);
  }
}

// One card, one rule: the first that it breaks.
async function mayBeTakenIn(card, previous, known, environment) {
  const refuse = (rule, detail, code = "card-refused") => {
    throw new CardFault(code, rule, detail);
  };
  if (card.environment !== environment) refuse("environment", "it is for the other environment");
  const rooted = previous ? same(rootId(card), rootId(previous)) : same(card.party, rootId(card));
  const takeover = previous && takesOver(card, previous);
  if (!rooted && !takeover) refuse("roots", "its root keys are neither those of its party nor announced");
  for (const names of [card.desks, card.officers].map((of) => of.map((each) => each.name))) {
    if (new Set(names).size < names.length) refuse("names", "two desks or officers have one name");
  }
  if (!same(sha256(card.certificate), card.certificateHash)) refuse("certificate", "its certificate has another hash");
  const tls = certificateKey(card.certificate) ?? refuse("certificate", "its certificate is not one for an Ed25519 key in the form of spec/card.md");
  const uses = keysInUse(card, tls);
  for (const [at, [role, key]] of uses.entries()) {
    const name = hex(key), use = `${hex(card.party)} ${card.environment} ${role}`;
    if (uses.slice(0, at).some(([, other]) => same(key, other))) refuse("twice", "a key stands in it twice");
    if (known.has(name) && known.get(name) !== use) refuse("twice", "a key of it is in use elsewhere");
  }
  for (const [role, key] of uses.filter(([role]) => ["root", "log", "TLS", "officer"].includes(role))) {
    const broken = brokenRule(key);
    if (broken) refuse("weak", `its ${role} key breaks a rule of spec/point.md: ${broken}`);
  }
  checkKem(card.kemKey, refuse);
  if (!(await rootsHold(card))) refuse("", "its root signatures do not both hold", "card-signature");
  if (previous && card.serial <= previous.serial) refuse("number", "its serial is not higher", "card-order");
  const follows = previous
    ? takeover || (card.serial === previous.serial + 1 && same(card.previous, previous.hash))
    : card.serial > 1 || zeros(card.previous);
  if (!follows) refuse("previous", "it does not follow the card before it", "card-order");
  if (previous && !takeover && !same(card.nextRoot, previous.nextRoot)) {
    refuse("future", "it announces other next root keys", "card-order");
  }
  if (card.validFrom >= card.validUntil) refuse("period", "it ends before it begins");
  if (card.versionMin > 1 || card.versionMax < 1) refuse("version", "it is for other versions");
  for (const [role, key] of uses) known.set(hex(key), `${hex(card.party)} ${card.environment} ${role}`);
}

export const rootId = (card) => sha256(card.rootEd25519, card.rootMldsa65);

export async function rootsHold(card) {
  const message = toSign("card", card.environment, card.payload);
  return (
    (await verifyEd25519(card.rootEd25519, card.ed25519, message)) &&
    verifyMldsa(65, card.rootMldsa65, card.mldsa65, message, context("card", card.environment))
  );
}

// A card file as an entry carries it, or null for what is none.
export function readCardFile(data) {
  try {
    const [payload, ed25519, mldsa65] = CARD_FILE(decode(data, BODY_BYTES));
    return { ...CARD(decode(payload, 60 * 1024)), payload, ed25519, mldsa65 };
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    return null;
  }
}

function CARD_FILE(value) {
  if (!Array.isArray(value) || value.length !== 3) throw new Bad("not a card and two signatures");
  return [octetsUpTo(60 * 1024)(value[0]), octets(64)(value[1]), octets(3309)(value[2])];
}

// Whether a card is signed by the root keys that the one before it has committed to (CARD-024).
const takesOver = (card, previous) =>
  same(previous.nextRoot, rootId(card)) && !same(rootId(previous), rootId(card));

const keysInUse = (card, tls) => [
  ["root", card.rootEd25519],
  ["root ML-DSA-65", card.rootMldsa65],
  ["log", card.logKey],
  ["checkpoint", card.checkpointKey],
  ["TLS", tls],
  ["KEM ML-KEM", card.kemKey.subarray(0, 1184)],
  ["KEM X25519", card.kemKey.subarray(1184)],
  ...card.officers.map((each) => ["officer", each.key]),
];

// X25519 points of small order, on the curve and on its twist, little-endian.
const WEAK = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
]);

function checkKem(key, refuse) {
  for (let at = 0; at < 1152; at += 3) {
    const pair = key[at] | (key[at + 1] << 8) | (key[at + 2] << 16);
    if ((pair & 4095) >= 3329 || pair >> 12 >= 3329) refuse("weak", "its KEM key holds a number not below 3329");
  }
  const mixed = key.subarray(1184);
  const canonical = mixed[31] < 127 || (mixed[31] === 127 && !(mixed.subarray(1, 31).every((each) => each === 255) && mixed[0] >= 237));
  if (mixed[31] > 127 || !canonical) refuse("weak", "its X25519 key is not canonical");
  if (WEAK.has(hex(mixed))) refuse("weak", "its X25519 key is of small order");
}
