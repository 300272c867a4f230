// Revoked log keys of one side (spec/keys.md): what was signed and acknowledged, and what became of entries.

const NOWHERE = "0".repeat(64);
const ROOTED = [7, 8, 63]; // card, revoke, explain: they speak by root keys
const REVOKE_TAKEN = 15, RECEIPT_NODE = 20;

const inside = (name, fact) => name.segment === fact.segment && (name.first || name.seq) <= fact.seq && fact.seq <= name.seq;

// Whether the file shows all that these checks need.
export function checkRevocations(record, side, standings, note) {
  const log = standings.logs[1 - side], counted = new Set();
  const names = { writer: record.cards.name(side), other: record.cards.name(1 - side) };
  const others = { writer: names.other, other: names.writer };
  const said = [...record.proven(1 - side)].filter((each) => each.revoked).sort((one, other) => log.order(one, other));
  let shown = true;
  for (const fact of said) {
    const { key, cards } = fact.revoked;
    if (counted.has(key)) continue;
    const possible = [...standings.cardsAt(side, log.at(fact))];
    if (!possible.some((each) => cards.has(each))) note.fault("revocation-unsigned", fact, others);
    else if (possible.every((each) => cards.has(each)) || cards.has(Math.max(...possible))) {
      counted.add(key);
      shown = counts(record, side, standings, fact, names, others, note) && shown;
    } else shown = false;
  }
  const hidden = [...record.proven(1 - side)].some((each) => each.kind === REVOKE_TAKEN && !each.hasBody);
  for (const fact of record.proven(side)) {
    if (hidden || !fact.revoking?.cards.size || counted.has(fact.revoking.key)) continue;
    counted.add(fact.revoking.key);
    note.remark("revocation-unanswered", fact, names);
  }
  return shown;
}

// One that holds: what it claims, and what it makes of entries.
function counts(record, side, standings, at, names, others, note) {
  const { revoked } = at;
  const before = new Acknowledged(record, 1 - side, at, new Set(revoked.acknowledged.map((each) => each.segment)));
  const claims = [];
  let shown = true;
  const excused = (name) => {
    if (before.namesAnother(name)) return false;
    const way = before.versions(name).length > 0 && standings.logs[1 - side].at(at).shown;
    if (standings.full || way) return false;
    shown = false;
    return true;
  };
  for (const name of revoked.acknowledged) {
    if (before.holds(name) || excused(name)) claims.push(name);
    else if (before.hidden) {
      claims.push(name);
      note.fault("text-needed", before.hidden, { writer: others.writer });
    } else note.fault("revocation-claim", at, others);
  }
  const way = new Way(record, side, revoked.good, standings.full);
  let disputed = 0, empty = 0;
  for (const fact of record.proven(side)) {
    if (fact.key !== revoked.key || way.leadsFrom(fact)) continue;
    if (claims.some((each) => inside(each, fact) && (fact.seq === each.seq ? fact.hash === each.hash : !fact.aside))) disputed += 1;
    else if (ROOTED.includes(fact.kind)) continue;
    else if (way.passedBy(fact)) empty += 1;
    else shown = false;
  }
  if (disputed) note.remark("entries-disputed", at, { ...names, count: disputed });
  if (empty) note.remark("entries-void", at, { ...names, count: empty });
  return shown;
}

// What a side had acknowledged of the other log before an entry of its own, gathered in one walk back from it.
class Acknowledged {
  constructor(record, side, before, segments) {
    Object.assign(this, { record, other: 1 - side, hidden: null });
    this.upto = new Map(); // segment to the highest number covered, ancestors included
    this.beyond = new Map(); // the same of entries that are not in the file
    this.hashes = new Set();
    this.runs = new Map();
    for (const [segment, upto] of record.back(side, before)) {
      for (const fact of segment.chain) {
        if (fact.seq > upto || !fact.proven || fact === before) continue;
        if (fact.seen) this.see(fact.seen);
        if (fact.kind === RECEIPT_NODE && !fact.hasBody) this.hidden = fact;
        for (const name of fact.names) {
          if (name.how !== "receipt") continue;
          this.hashes.add(name.hash);
          if (segments.has(name.segment)) this.run(name);
        }
      }
    }
  }

  run(name) {
    if (!this.runs.has(name.segment)) this.runs.set(name.segment, []);
    this.runs.get(name.segment).push(name);
  }

  see(seen) {
    if (this.hashes.has(seen.hash)) return;
    this.hashes.add(seen.hash);
    const raise = (map, { segment, seq }) => map.set(segment, Math.max(seq, map.get(segment) ?? 0));
    let at = this.record.at(this.other, seen);
    if (!at) return raise(this.beyond, seen);
    for (let fresh = true; at && fresh; at = this.record.before(this.record.of(at))) {
      fresh = !this.upto.has(at.segment);
      raise(this.upto, at);
    }
    return undefined;
  }

  versions(name) {
    return this.record.segments[this.other].get(name.segment)?.versions.get(name.seq) ?? [];
  }

  // Whether the last entry of a run was acknowledged.
  holds(name) {
    if (this.namesAnother(name)) return false;
    const covered = (this.versions(name).length ? this.upto : this.beyond).get(name.segment) ?? 0;
    return this.hashes.has(name.hash) || name.seq <= covered || (this.runs.get(name.segment) ?? []).some((each) => inside(each, name));
  }

  // Whether the file shows that the last entry of a run is another one than it says.
  namesAnother(name) {
    const versions = this.versions(name), held = this.record.hashes.get(name.hash);
    if (held) return !versions.includes(held);
    return versions.length > 0 && !this.hashes.has(name.hash) && versions.every((each) => each.proven);
  }
}

// The way back from the last good entry, and what the file shows to lie beside it.
class Way {
  constructor(record, side, good, known) {
    Object.assign(this, { record, side, good, known: known || !good, upto: new Map(), beside: new Map() });
    if (!good) return;
    this.upto.set(good.segment, good.seq);
    for (const [segment, upto] of record.back(side, good)) {
      this.upto.set(segment.id, upto);
      if (segment.parent === NOWHERE) this.known = true;
    }
  }

  leadsFrom(fact) {
    if (!this.good || fact.seq > (this.upto.get(fact.segment) ?? 0)) return false;
    if (fact.segment === this.good.segment && fact.seq === this.good.seq) return fact.hash === this.good.hash;
    return !fact.aside;
  }

  // Whether the file shows that an entry which is not on the way stands after it or beside it.
  passedBy(fact) {
    if (this.known || this.upto.has(fact.segment)) return true;
    if (!this.beside.has(fact.segment)) {
      const passed = [];
      for (const [segment] of this.record.back(this.side, fact)) {
        passed.push(segment.id);
        if (this.upto.has(segment.id)) break;
      }
      const met = passed.some((each) => this.upto.has(each));
      for (const each of passed) this.beside.set(each, met);
    }
    return this.beside.get(fact.segment);
  }
}
