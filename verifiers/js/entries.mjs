// One entry at a time (spec/entry.md, spec/bundle.md): decode, line, environment, writer, key, signature,
// commitment, and only then the body.

import { hex, same } from "./bytes.mjs";
import { agreedIn, namesIn } from "./contents.mjs";
import { verifyEd25519 } from "./ed25519.mjs";
import { readHeader } from "./header.mjs";
import { agreedOn, isLeftOut, mayBeReleased, mayNeedTwo, releasedBy, revokedIn, statementName, takenIn } from "./keeping.mjs";
import { KIND, KINDS } from "./kinds.mjs";
import { brokenCheckpoint, brokenOpening } from "./opening.mjs";
import { Bad, BODY_BYTES, decode } from "./shape.mjs";
import { commitment, hashOf, toSign } from "./signing.mjs";
import { ATTESTED } from "./silences.mjs";
import { spokenIn } from "./sounds.mjs";
import { KEEPING } from "./standing.mjs";
import { OFFICERS_NEEDED, Officers, STATEMENT, statedIn } from "./statements.mjs";

const NONE = new Uint8Array(32);

export class Judge {
  constructor(cards) {
    this.cards = cards;
    this.officers = new Officers(cards.head);
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
      agreed: null, spoken: null, aside: false, opened: null, offered: "", cardLeftOut: false, revoking: null,
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
    fact.spoken = spokenIn(fact.kind, map);
    const before = this.faults.length;
    await this.statements(map, fact, cards);
    const stated = this.faults.length;
    await this.overTime(map, fact);
    if (fact.kind === KIND.lineOpen && stated === before) {
      return this.whole(() => brokenOpening(map, fact, this.cards, this.officers), "body-unreadable", fact);
    }
    if (fact.kind === KIND.checkpoint) {
      return this.whole(() => brokenCheckpoint(map, fact, this.cards, cards), "checkpoint-unreadable", fact);
    }
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
      if (mayBeReleased(fact)) {
        const { serials, statements } = await releasedBy(map, fact.kind, sides[fact.side], STATEMENT, (...all) => this.officers.holds(...all));
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

  // -- officers -----------------------------------------------------------------------------------

  async statements(map, fact, cards) {
    const writer = this.cards.name(fact.side), held = this.cards.sides[fact.side];
    const { found, detail, missing } = statedIn(fact.kind, map);
    if (missing) this.fault("statement-missing", fact, { writer });
    if (found.length && held.length > 1) fact.statedBy = await this.officers.statedBy(found, detail, held);
    for (const [value, action] of found) await this.statement(value, action, detail, fact, cards);
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
    const code = await this.officers.broken(said, value, wanted, detail, cards);
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

  // What is wrong with an opening or a checkpoint, whose body may not even have the shape of one.
  async whole(broken, unreadable, fact) {
    const writer = this.cards.name(fact.side);
    try {
      const found = await broken();
      if (found) this.fault(found[0], fact, { writer, ...found[1] });
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      this.fault(unreadable, fact, { writer, detail: error.message });
    }
  }
}
