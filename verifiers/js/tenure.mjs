// Keys over time (spec/keys.md): which card, officers and agreement counted at the place of an entry.

import { hex } from "./bytes.mjs";

const ROOTED = [7, 8, 63]; // card, revoke, explain: they speak by root keys

export function checkTenure(record, side, note) {
  if (record.whole) new Tenure(record, side, note).check();
}

class Tenure {
  constructor(record, side, note) {
    this.record = record;
    this.side = side;
    this.note = note;
    this.own = record.cards.sides[side];
    const serials = new Map(this.own.map((each) => [hex(each.hash), each.serial]));
    this.taken = [...record.proven(1 - side)]
      .filter((fact) => fact.taken && serials.has(fact.taken))
      .map((fact) => [serials.get(fact.taken), fact])
      .sort((one, other) => other[0] - one[0]);
  }

  get names() {
    return { writer: this.record.cards.name(this.side), other: this.record.cards.name(1 - this.side) };
  }

  get others() {
    return { writer: this.names.other, other: this.names.writer };
  }

  check() {
    const history = this.agreements();
    this.keys();
    for (const fact of this.record.proven(this.side)) {
      if (fact.statedBy?.size && !fact.statedBy.has(this.inForce(fact))) this.note.fault("officer-then", fact, this.names);
      if (fact.releasedBy) this.release(fact, history);
    }
    for (const fact of this.record.proven(1 - this.side)) if (fact.revoked) this.revocation(fact);
  }

  // Serial of the card by which an entry of this side is to be judged.
  inForce(fact) {
    return (this.taken.find(([, taken]) => this.seen(taken, fact)) ?? [this.own[0].serial])[0];
  }

  keys() {
    if (this.own.length < 2) return;
    const taken = new Set([this.own[0].serial, ...this.taken.map(([serial]) => serial)]);
    const keys = this.record.cards.keys[this.side];
    for (const segment of this.record.segments[this.side].values()) {
      const told = new Set();
      for (const fact of segment.chain) {
        const key = keys.get(fact.key);
        if (!fact.proven || !key || told.has(fact.key) || key.cards.some((each) => taken.has(each.serial))) continue;
        told.add(fact.key);
        this.note.fault("key-not-taken", fact, this.names);
      }
    }
  }

  release(fact, history) {
    const found = history.find((each) => this.seen(each[1 - this.side], fact));
    const terms = found?.[this.side].agreed;
    if (terms?.kinds.includes(fact.kind) && !fact.releasedBy.has(this.inForce(fact))) {
      this.note.fault("not-released", fact, this.names);
    }
  }

  // Agreements that came into force and where each side signed them, the newest first.
  agreements() {
    const facts = [0, 1].flatMap((side) => [...this.record.proven(side)].filter((each) => each.agreed));
    const found = [], newest = [null, null];
    let held = null;
    for (const fact of facts.sort((one, other) => one.order - other.order)) {
      newest[fact.side] = fact;
      const hash = newest[0]?.agreed.hash;
      if (!newest[0] || !newest[1] || hash !== newest[1].agreed.hash || hash === held) continue;
      held = hash;
      found.unshift([...newest]);
    }
    return found;
  }

  revocation(at) {
    const said = at.revoked;
    if (!said.cards.size) return this.note.fault("revocation-unsigned", at, this.others);
    for (const name of said.acknowledged) {
      const last = this.record.hashes.get(name.hash);
      if (last && !this.acknowledged(last, at)) this.note.fault("revocation-claim", at, this.others);
    }
    let disputed = 0, empty = 0;
    for (const fact of this.record.proven(this.side)) {
      if (fact.key !== said.key || (said.good && this.leads(fact, said.good))) continue;
      if (said.acknowledged.some((each) => inside(each, fact))) disputed += 1;
      else if (!ROOTED.includes(fact.kind)) empty += 1;
    }
    if (disputed) this.note.remark("entries-disputed", at, { ...this.names, count: disputed });
    if (empty) this.note.remark("entries-void", at, { ...this.names, count: empty });
    return undefined;
  }

  // Whether the other side had named an entry of this one before that entry of its own.
  acknowledged(fact, before) {
    for (const each of this.record.proven(1 - this.side)) {
      if (each === before || !this.leads(each, before)) continue;
      if (this.seen(fact, each) || each.names.some((name) => name.how === "receipt" && inside(name, fact))) return true;
    }
    return false;
  }

  seen(fact, by) {
    return by.seen !== null && this.leads(fact, by.seen);
  }

  // Whether an entry stands on the chain that ends with another one of its log.
  leads(fact, to) {
    const segments = this.record.segments[fact.side];
    let segment = segments.get(to.segment), upto = to.seq;
    while (segment && segment.id !== fact.segment) {
      const before = this.record.before(segment);
      segment = before ? segments.get(before.segment) : null;
      upto = before ? before.seq : 0;
    }
    return Boolean(segment) && fact.seq <= upto;
  }
}

const inside = (name, fact) =>
  name.segment === fact.segment && (name.first || name.seq) <= fact.seq && fact.seq <= name.seq;
