// One entry at a time (spec/entry.md, spec/bundle.md): decode, line, environment, writer, key, signature,
// commitment, and only then the body.

import { hex, same } from "./bytes.mjs";
import { PAIR } from "./cards.mjs";
import { verifyEd25519 } from "./ed25519.mjs";
import { readNote, readOrigin, signedByLog, signedStrongly } from "./note.mjs";
import {
  Bad, body, BODY_BYTES, decode, encode, isBytes, isNumber, list, number, octets, octetsUpTo, without, words,
} from "./shape.mjs";
import { commitment, digest, hashOf, toSign } from "./signing.mjs";
import { ATTESTED } from "./silences.mjs";
import { agreedOn, isLeftOut, mayBeReleased, mayNeedTwo, releasedBy, revokedIn, statementName, takenIn } from "./keeping.mjs";
import { KEEPING } from "./standing.mjs";

const NONE = new Uint8Array(32);
const SAFE = Number.MAX_SAFE_INTEGER;

export const KIND = {
  lineOpen: 1, lineAgree: 2, checkpoint: 10, card: 7, revoke: 8, cardTaken: 14, revokeTaken: 15, stamp: 13, orphans: 60, adopt: 61, equivocation: 62, shred: 67, handOver: 57, attest: 68,
};
const RECEIPT = { node: 20, desk: 21, read: 22, acknowledge: 23, bad: 24, refuse: 25 };
const KINDS = new Set([
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25],
  ...[32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 48, 49, 50, 51, 52, 56, 57],
  ...[60, 61, 62, 63, 64, 65, 66, 67, 68],
]);
const COMPARE = 15;
// Kind to the action that an officer has to state; `line.agree` may carry statements and need not.
const STATED = new Map([
  [1, COMPARE], [3, 14], [11, 12], [12, 13], [22, 1], [23, 2], [25, 3], [34, 4], [35, 5], [36, 6], [43, 10],
  [44, 11], [50, 9], [52, 3], [56, 7], [57, 8],
]);
const TAKE_WATCH = 7;
// Action to the power it needs; 1, DUTY, for all others.
const POWER = new Map([[COMPARE, PAIR], [14, PAIR], [12, 3], [13, 3], [16, 4]]);
const OFFICERS_NEEDED = [2, 1]; // real use, exercise

// -- shapes ---------------------------------------------------------------------------------------

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
const NOTE = body({ 1: ["note", octetsUpTo(8192)] });
const STATEMENT = body({
  1: ["officer", words(1, 64)],
  2: ["action", number(1, 16)],
  3: ["entry", octets(32), NONE],
  4: ["commitment", octets(32), NONE],
  5: ["detail", octets(32)],
  6: ["language", words(0, 8), ""],
  7: ["time", number()],
  8: ["signature", octets(64), new Uint8Array(64)],
});
const OPENING = body({
  1: ["statements", list(STATEMENT, 4), []],
  2: ["parties", list(octets(32), 2)],
  3: ["cards", list(octets(32), 2)],
  4: ["nonces", list(octets(32), 2)],
});

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

function readHeader(payload) {
  const map = decode(payload, 1024);
  const header = HEADER(map);
  const { time } = header;
  if (time.length !== 2 || time[0] > time[1]) throw new Bad("a time that ends before it begins");
  if (map.has(7) && !header.seen) throw new Bad("seen is no reference");
  if (map.has(15) && !header.witness) throw new Bad("no hash of a stamp");
  return header;
}

// -- judging --------------------------------------------------------------------------------------

export class Judge {
  constructor(cards) {
    this.cards = cards;
    this.faults = [];
  }

  fault(code, entry = "", values = {}) {
    this.faults.push({ code, entry: String(entry), values });
  }

  // What is kept of an entry, or null for one that is not of this record.
  async judge(raw) {
    const { head } = this.cards;
    let header;
    try {
      header = readHeader(raw.payload);
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      this.fault("unreadable", "", { detail: error.message });
      return null;
    }
    const entry = `${hex(header.segment).slice(0, 8)}/${header.seq}`;
    const side = head.parties.findIndex((each) => same(each.subarray(0, 16), header.writer));
    if (!same(header.line, head.line)) return this.fault("foreign-line", entry) ?? null;
    if (header.environment !== head.environment) {
      return this.fault("foreign-environment", entry, { signed: header.environment ? "exercise" : "real" }) ?? null;
    }
    if (side < 0) return this.fault("foreign-writer", entry) ?? null;
    const key = this.cards.key(side, header.keyId);
    const writer = this.cards.name(side);
    const fact = {
      side, seq: header.seq, segment: hex(header.segment), hash: hex(hashOf(raw.payload)), prev: hex(header.prev),
      seen: header.seen, kind: header.kind, lo: header.time[0], hi: header.time[1],
      commitment: hex(header.commitment), serial: 0, proven: false, hasBody: raw.content !== null,
      names: [], witnesses: [], quorum: 0, attested: null, tree: null, known: KINDS.has(header.kind), statements: 0, order: 0,
      key: hex(header.keyId), precedence: header.precedence, taken: "", revoked: null, statedBy: null, releasedBy: null,
      agreed: null, aside: false, opened: null, offered: "", cardLeftOut: false, revoking: null,
      early: !head.whole && KEEPING.includes(header.kind) && header.time[1] < head.selection[0], toString: () => entry,
    };
    const message = toSign("entry", head.environment, raw.payload);
    if (!key) this.fault("unknown-key", entry, { writer });
    else if (!(await verifyEd25519(key.key, raw.signature, message))) this.fault("signature", entry, { writer });
    else await this.signed(header, raw, fact, key);
    return fact;
  }

  async signed(header, raw, fact, key) {
    fact.proven = true;
    fact.serial = key.serial;
    const writer = this.cards.name(fact.side);
    const valid = key.cards.filter((each) => each.validFrom <= fact.hi && fact.lo <= each.validUntil);
    if (!valid.length) this.fault("card-validity", fact, { writer });
    fact.names = header.refs.map((each) => ({ how: "reference", ...each }));
    if (header.critical.length) return this.fault("critical", fact);
    if (raw.content === null) return undefined;
    if (!same(commitment(fact.kind, raw.salt, raw.content), header.commitment)) {
      fact.hasBody = false;
      return this.fault("commitment", fact, { writer });
    }
    if (!KINDS.has(fact.kind)) return undefined;
    return this.body(raw.content, fact, valid.length ? valid : key.cards.slice(-1));
  }

  async body(content, fact, cards) {
    const writer = this.cards.name(fact.side);
    let map, agreed;
    try {
      map = decode(content, BODY_BYTES);
      if (!(map instanceof Map)) throw new Bad("it is not a map");
      const names = namesIn(fact.kind, map);
      agreed = fact.kind === KIND.lineAgree ? agreedIn(map) : null;
      if (fact.kind === KIND.attest) fact.attested = ATTESTED(map);
      fact.names.push(...names);
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      return this.fault("body-unreadable", fact, { writer, detail: error.message });
    }
    const before = this.faults.length;
    await this.statements(map, fact, cards);
    const stated = this.faults.length;
    await this.overTime(map, fact);
    if (fact.kind === KIND.lineOpen && stated === before) return this.opening(map, fact);
    if (fact.kind === KIND.checkpoint) return this.checkpoint(map, fact, cards);
    const signed = new Set(fact.names.filter((each) => each.how === "statement").map((each) => each.officer));
    const enough = stated === before && signed.size >= OFFICERS_NEEDED[this.cards.head.environment];
    if (agreed && enough) Object.assign(fact, agreed);
    return undefined;
  }

  // What says from where on cards, keys and officers count (tenure.mjs).
  async overTime(map, fact) {
    const { head, sides } = this.cards, writer = this.cards.name(fact.side);
    try {
      if (fact.kind === KIND.cardTaken) {
        fact.taken = takenIn(map);
        fact.cardLeftOut = await isLeftOut(map, sides[1 - fact.side]);
      } else if (fact.kind === KIND.card) fact.offered = takenIn(map);
      else if (fact.kind === KIND.revoke) fact.revoking = await this.revoking(map, fact);
      else if (fact.kind === KIND.revokeTaken) fact.revoked = await revokedIn(map, sides[1 - fact.side], head);
      else if (fact.kind === KIND.lineAgree && fact.statements >= OFFICERS_NEEDED[head.environment]) {
        fact.agreed = agreedOn(map);
      }
      if (mayBeReleased(fact) && !STATED.has(fact.kind)) {
        const { serials, statements } = await releasedBy(map, fact.kind, sides[fact.side], STATEMENT, (...all) => this.holds(...all));
        if (mayNeedTwo(fact)) fact.releasedBy = serials;
        for (const [statement, officer] of statements) fact.names.push({ how: "statement", hash: "", commitment: "", officer, statement });
      }
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      this.fault("body-unreadable", fact, { writer, detail: error.message });
    }
  }

  // What a `revoke` says, which has to hold to be worth a remark.
  async revoking(map, fact) {
    try {
      return await revokedIn(map, this.cards.sides[fact.side], this.cards.head);
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      return null;
    }
  }

  // Serials of the cards by which all statements of a body hold.
  async statedBy(found, detail, side) {
    const serials = new Set();
    let read;
    try {
      read = found.map(([value, action]) => [STATEMENT(value), value, action]);
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      return serials;
    }
    for (const card of this.cards.sides[side]) {
      let holds = true;
      for (const [said, value, action] of read) holds &&= !(await this.broken(said, value, action, detail, [card]));
      if (holds) serials.add(card.serial);
    }
    return serials;
  }

  // -- officers -----------------------------------------------------------------------------------

  async statements(map, fact, cards) {
    const second = fact.kind === KIND.handOver;
    const wanted = STATED.get(fact.kind) ?? (fact.kind === KIND.lineAgree ? COMPARE : null);
    const found = statementsIn(map.get(1)).map((each) => [each, wanted]);
    if (second) found.push(...statementsIn(map.get(2)).map((each) => [each, TAKE_WATCH]));
    const writer = this.cards.name(fact.side);
    const must = STATED.get(fact.kind);
    if (must && !found.some(([, action]) => action === must)) this.fault("statement-missing", fact, { writer });
    const rest = second ? without(map, 1, 2) : without(map, 1);
    if (found.length && this.cards.sides[fact.side].length > 1) {
      fact.statedBy = await this.statedBy(found, digest("officer", encode(rest)), fact.side);
    }
    for (const [value, action] of found) await this.statement(value, action, digest("officer", encode(rest)), fact, cards);
  }

  async statement(value, wanted, detail, fact, cards) {
    const writer = this.cards.name(fact.side);
    let said;
    try {
      said = STATEMENT(value);
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      return this.fault("statement-unreadable", fact, { writer, detail: error.message });
    }
    const code = await this.broken(said, value, wanted, detail, cards);
    if (code) return this.fault(code, fact, { writer, officer: said.officer });
    fact.statements += 1;
    fact.names.push({
      how: "statement",
      hash: same(said.entry, NONE) ? "" : hex(said.entry),
      commitment: same(said.commitment, NONE) ? "" : hex(said.commitment),
      officer: said.officer,
      statement: statementName(value),
    });
    return undefined;
  }

  async broken(said, value, wanted, detail, cards) {
    if (wanted !== null && said.action !== wanted) return "statement-action";
    if (!same(said.detail, detail)) return "statement-detail";
    const officers = cards.flatMap((each) => each.officers).filter((each) => each.name === said.officer);
    if (!officers.length) return "officer-unknown";
    const able = officers.filter((each) => each.powers.includes(POWER.get(said.action) ?? 1));
    if (!able.length) return "officer-power";
    for (const each of able) if (await this.holds(value, said, each.key)) return "";
    return "statement-signature";
  }

  holds(value, said, key) {
    const { environment, line } = this.cards.head;
    return verifyEd25519(key, said.signature, toSign("officer", environment, encode(without(value, 8)), line));
  }

  // -- opening and checkpoints --------------------------------------------------------------------

  async opening(map, fact) {
    const writer = this.cards.name(fact.side), { head, sides } = this.cards;
    let opened;
    try {
      opened = OPENING(map);
      const pairs = [opened.parties, opened.cards, opened.nonces];
      if (pairs.some((each) => each.length !== 2)) throw new Bad("not two of each");
      if (hex(opened.parties[0]) >= hex(opened.parties[1])) throw new Bad("the lower party is not the first");
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      return this.fault("body-unreadable", fact, { writer, detail: error.message });
    }
    const alike = (one, other) => one.every((each, at) => same(each, other[at]));
    const held = [0, 1].map((side) => sides[side].filter((each) => same(each.hash, opened.cards[side])));
    const ours = alike(opened.parties, head.parties) && alike(opened.nonces, head.nonces);
    if (!ours || held.some((each) => each.length !== 1)) return this.fault("open-other", fact, { writer });
    fact.opened = held.map(([card]) => card.serial);
    const detail = digest("officer", encode(without(map, 1)));
    const roster = new Map(held[fact.side][0].officers.filter((each) => each.powers.includes(PAIR)).map((each) => [each.name, each.key]));
    const names = new Set();
    for (const [at, said] of opened.statements.entries()) {
      const key = roster.get(said.officer);
      const fits = key && said.action === COMPARE && same(said.detail, detail);
      if (fits && (await this.holds(map.get(1)[at], said, key))) names.add(said.officer);
    }
    const needed = OFFICERS_NEEDED[head.environment];
    if (names.size < needed) {
      this.fault("not-compared", fact, { writer, count: names.size, needed });
    }
    return undefined;
  }

  async checkpoint(map, fact, cards) {
    const writer = this.cards.name(fact.side), { head } = this.cards;
    let note, origin;
    try {
      note = readNote(NOTE(map).note);
      origin = readOrigin(note.origin);
      if (!origin) throw new Bad("not the origin of a Firebreak log");
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      return this.fault("checkpoint-unreadable", fact, { writer, detail: error.message });
    }
    const own = [hex(head.line), hex(head.parties[fact.side]), fact.segment];
    if ([origin.line, origin.party, origin.segment].some((each, at) => each !== own[at])) {
      return this.fault("checkpoint-origin", fact, { writer });
    }
    for (const card of cards) {
      if ((await signedByLog(note, card.logKey)) && signedStrongly(note, card.checkpointKey, head.environment)) {
        fact.tree = { size: note.size, root: hex(note.root) };
        return undefined;
      }
    }
    return this.fault("checkpoint-signature", fact, { writer });
  }
}

// Whom a line agreement names as witnesses, and how many of their operators it takes.
function agreedIn(map) {
  const agreement = map.get(2) instanceof Map ? map.get(2) : new Map();
  const named = agreement.get(10), quorum = number(1, 8)(agreement.has(11) ? agreement.get(11) : 2);
  return { witnesses: list(AGREED, Infinity)(named === undefined ? [] : named), quorum };
}

// Maps that have the shape of a statement: text, number, bytes and number under 1, 2, 5 and 7.
const statementsIn = (held) =>
  (Array.isArray(held) ? held : [held]).filter(
    (each) =>
      each instanceof Map && typeof each.get(1) === "string" && isNumber(each.get(2)) && isBytes(each.get(5)) &&
      isNumber(each.get(7)),
  );

// The entries that a body names. Receipts are read for nothing else; the rest have to have their shape.
function namesIn(kind, map) {
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
