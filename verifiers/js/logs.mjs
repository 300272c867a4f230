// How entries hang together (spec/bundle.md): inside each log, and between the logs.

import { KIND } from "./kinds.mjs";

const NOWHERE = "0".repeat(64);
const CLOCKS_APART = 5000; // milliseconds by which ordinary clocks differ
const VERSIONS_SHOWN = 8;

export class Record {
  constructor(cards, whole) {
    this.cards = cards;
    this.whole = whole;
    this.hashes = new Map();
    this.segments = [new Map(), new Map()];
  }

  // False for an entry that is there already.
  add(fact) {
    if (this.hashes.has(fact.hash)) return false;
    fact.order = this.hashes.size;
    this.hashes.set(fact.hash, fact);
    const segments = this.segments[fact.side];
    if (!segments.has(fact.segment)) segments.set(fact.segment, { id: fact.segment, side: fact.side, versions: new Map() });
    const { versions } = segments.get(fact.segment);
    if (!versions.has(fact.seq)) versions.set(fact.seq, []);
    versions.get(fact.seq).push(fact);
    return true;
  }

  // After the last entry: numbers in order, and of two versions that which the next number continues.
  settle() {
    for (const segment of this.all()) {
      segment.numbers = [...segment.versions.keys()].sort((one, other) => one - other);
      for (const versions of segment.versions.values()) versions.sort((one, other) => other.proven - one.proven);
      segment.chain = [];
      let next = null;
      for (const number of segment.numbers.toReversed()) {
        const versions = segment.versions.get(number);
        const wanted = next && next.seq === number + 1 ? next.prev : null;
        next = versions.find((each) => each.hash === wanted) ?? versions[0];
        for (const each of versions) each.aside = each !== next;
        segment.chain.push(next);
      }
      segment.chain.reverse();
      const first = segment.versions.get(1)?.[0];
      segment.parent = first?.proven ? first.prev : null; // what an unsigned entry says is nobody's word
      segment.signed = segment.numbers.filter((number) => segment.versions.get(number)[0].proven);
    }
  }

  all() {
    return this.segments.flatMap((each) => [...each.values()]);
  }

  of(fact) {
    return this.segments[fact.side].get(fact.segment);
  }

  // The entry of a side that a reference names, if it stands where the reference says.
  at(side, { segment, seq, hash }) {
    const fact = this.hashes.get(hash);
    return fact && fact.side === side && fact.segment === segment && fact.seq === seq ? fact : null;
  }

  // Each segment, and up to which number, from an entry back to the first of its log. Segments that name each
  // other as their beginning, as only a forged file can hold them, end the way.
  *back(side, ref) {
    const passed = new Set();
    let segment = this.segments[side].get(ref.segment), upto = ref.seq;
    while (segment && !passed.has(segment.id)) {
      passed.add(segment.id);
      yield [segment, upto];
      const before = this.before(segment);
      segment = before && this.of(before);
      upto = before?.seq;
    }
  }

  // The entry that a segment continues, if it is here and of the same writer.
  before(segment) {
    const parent = segment.parent && this.hashes.get(segment.parent);
    return parent && parent.side === segment.side ? parent : null;
  }

  *proven(side) {
    for (const segment of this.segments[side].values()) {
      for (const number of segment.numbers) yield* segment.versions.get(number).filter((each) => each.proven);
    }
  }
}

// -- one log ----------------------------------------------------------------------------------------

export function checkLog(record, side, note) {
  const writer = record.cards.name(side);
  for (const segment of record.segments[side].values()) {
    checkNumbers(record, segment, writer, note);
    checkChain(segment, writer, note);
    checkStart(record, segment, writer, note);
  }
  checkBranches(record, side, writer, note);
}

function checkNumbers(record, segment, writer, note) {
  let last = record.whole ? 0 : segment.numbers[0] - 1, early = false;
  const highest = segment.signed.at(-1) ?? 0;
  for (const number of segment.numbers) {
    const versions = segment.versions.get(number);
    if (number > last + 1 && number <= highest && !early) {
      note.fault("gap", versions[0], { writer, count: number - last - 1, first: last + 1, last: number - 1 });
    }
    const signed = versions.filter((each) => each.proven).map((each) => each.hash.slice(0, 16));
    if (signed.length > 1) {
      const hashes = signed.slice(0, VERSIONS_SHOWN).join(", ") + (signed.length > VERSIONS_SHOWN ? ", …" : "");
      note.fault("equivocation", versions[0], { writer, number, count: signed.length, hashes });
    }
    last = number;
    early = versions[0].early && versions[0].proven;
  }
}

function checkChain({ chain }, writer, note) {
  for (const [at, later] of chain.entries()) {
    const earlier = chain[at - 1];
    if (!earlier || later.seq !== earlier.seq + 1) continue;
    if (!later.proven || !earlier.proven) continue; // what nobody signed contradicts nothing
    if (later.prev !== earlier.hash) note.fault("chain", later, { writer });
    else {
      if (later.lo < earlier.lo) note.fault("time-backwards", later, { writer });
      if (later.serial < earlier.serial) note.fault("old-key", later, { writer });
    }
  }
}

function checkStart(record, segment, writer, note) {
  if (segment.parent === null || segment.parent === NOWHERE) return;
  const before = record.before(segment), first = segment.versions.get(1)[0];
  if (!before || before.segment === segment.id) {
    if (record.whole || record.hashes.has(segment.parent)) note.fault("chain-start", first, { writer });
    return;
  }
  if (!before.proven) return;
  if (first.serial < before.serial) note.fault("old-key", first, { writer });
  if (first.lo < before.lo) {
    note.remark("clock-set-back", first, { writer, seconds: Math.ceil((before.lo - first.lo) / 1000) });
  }
}

function checkBranches(record, side, writer, note) {
  const segments = [...record.segments[side].values()];
  const adopted = adoptions(record, side);
  const isAdopted = (segment, number) =>
    (adopted.get(segment) ?? []).some(([first, last]) => first <= number && number <= last);
  const signed = segments.filter((each) => each.signed.length);
  const continued = new Set(signed.map((each) => each.chain[0]).filter((each) => each.proven).map((each) => each.prev));
  const ends = signed.map((each) => each.chain.at(-1)).filter((each) => !continued.has(each.hash));
  const open = ends.filter((each) => !isAdopted(each.segment, each.seq));
  const tip = (open.length ? open : ends).reduce((best, each) => (best && best.order > each.order ? best : each), null);
  if (!tip) return;

  const held = segments
    .filter((each) => adopted.has(each.id))
    .flatMap((each) => each.numbers.filter((number) => isAdopted(each.id, number)).map((number) => each.versions.get(number)[0]));
  if (held.length) {
    note.remark("restored", held[0], { writer, other: record.cards.name(1 - side), count: held.length });
  }
  const [main, beginning] = wayBack(record, tip);
  for (const segment of segments) {
    const aside = segment.signed.filter((number) => number > (main.get(segment.id) ?? 0));
    if (!aside.length || (!main.has(segment.id) && wayBack(record, segment.chain[0])[1] !== beginning)) continue;
    const left = aside.filter((number) => !isAdopted(segment.id, number));
    if (left.length) {
      note.fault("branch", segment.versions.get(left[0])[0], { writer, count: left.length, number: left[0] });
    }
  }
}

// Runs of numbers, by segment, that the writer confirmed after a restart.
function adoptions(record, side) {
  const adopted = new Map();
  for (const fact of record.proven(side)) {
    for (const each of fact.names.filter((name) => name.how === "adopted")) {
      const named = record.hashes.get(each.hash);
      if (!named || named.side !== side || named.segment !== each.segment) continue;
      if (!adopted.has(each.segment)) adopted.set(each.segment, []);
      adopted.get(each.segment).push([each.first, each.seq]);
    }
  }
  return adopted;
}

// How far each segment belongs to the way back from an entry, and how that way begins: with zeros, or with the
// segment whose own beginning is not in the file.
function wayBack(record, last) {
  let segment = record.of(last);
  const way = new Map([[segment.id, segment.numbers.at(-1)]]);
  for (let before; (before = record.before(segment)) && !way.has(before.segment); segment = record.of(before)) {
    way.set(before.segment, before.seq);
  }
  return [way, segment.parent === NOWHERE ? NOWHERE : segment.id];
}

// -- between the logs -------------------------------------------------------------------------------

export function checkLinks(record, side, note) {
  const links = { seen: 0, outside: 0, apart: 0, apartAt: "" };
  const values = { writer: record.cards.name(side), other: record.cards.name(1 - side) };
  const absent = (fact, code) => {
    if (record.whole) note.fault(code, fact, values);
    else links.outside += 1;
  };
  for (const segment of record.segments[side].values()) checkSeen(record, side, segment, values, links, absent, note);
  const stated = new Map();
  for (const fact of record.proven(side)) {
    const accused = fact.names.filter((each) => each.how === "accused");
    if (accused.length && !areTwoVersions(record, side, accused)) note.fault("accusation", fact, values);
    for (const name of fact.names) {
      if (name.how === "statement") checkStated(record, fact, name, stated, values, links, note);
      else if (name.how !== "accused") checkNamed(record, side, fact, name, values, absent, note);
    }
  }
  return links;
}

function checkSeen(record, side, segment, values, links, absent, note) {
  const reached = new Map(); // segment of the other log to the highest number named so far, ancestors included
  let stated = null;
  const facts = segment.numbers.flatMap((each) => segment.versions.get(each)).filter((each) => each.proven);
  for (const fact of facts) {
    const { seen } = fact;
    links.seen += seen ? 1 : 0;
    if (!seen) {
      if (stated) note.fault("seen-backwards", fact, values);
      continue;
    }
    if (stated && seen.hash === stated.hash && seen.seq === stated.seq && seen.segment === stated.segment) continue;
    stated = seen;
    const named = record.hashes.get(seen.hash);
    const there = record.segments[1 - side].get(seen.segment)?.versions.get(seen.seq)?.[0].proven;
    if (!named && !there) absent(fact, "seen-unknown");
    else if (!named || named.side === side || named.segment !== seen.segment || named.seq !== seen.seq) {
      note.fault("seen-other", fact, { ...values, number: seen.seq });
    } else {
      if (named.seq < (reached.get(named.segment) ?? 0)) note.fault("seen-backwards", fact, values);
      reach(record, named, reached);
      const apart = named.lo - fact.hi;
      if (apart > Math.max(CLOCKS_APART, links.apart)) Object.assign(links, { apart, apartAt: String(fact) });
    }
  }
}

function reach(record, fact, reached) {
  for (let at = fact, fresh = true; at && fresh; at = record.before(record.of(at))) {
    fresh = !reached.has(at.segment);
    reached.set(at.segment, Math.max(reached.get(at.segment) ?? 0, at.seq));
  }
}

function areTwoVersions(record, side, accused) {
  const found = accused.map((each) => record.hashes.get(each.hash));
  const places = found.map((each) => each?.proven && each.side !== side && `${each.segment}/${each.seq}`);
  return places.every((each) => each && each === places[0]) && new Set(accused.map((each) => each.hash)).size > 1;
}

function checkNamed(record, side, fact, name, values, absent, note) {
  const named = record.hashes.get(name.hash);
  const own = ["reference", "adopted", "own"].includes(name.how);
  if (!named) return absent(fact, own ? "reference-unknown" : "receipt-unknown");
  const writer = name.how === "reference" ? named.side : own ? side : 1 - side;
  const there = (name.segment || named.segment) === named.segment && (name.seq || named.seq) === named.seq;
  if (named.side !== writer || !there) note.fault(own ? "reference-unknown" : "receipt-other", fact, values);
  return undefined;
}

function checkStated(record, fact, name, stated, { writer }, links, note) {
  const values = { writer, officer: name.officer };
  if (!stated.has(name.statement)) stated.set(name.statement, fact);
  const first = stated.get(name.statement);
  if (first !== fact && fact.kind !== KIND.lineOpen) note.fault("statement-reused", fact, { ...values, first: String(first) });
  if (!name.hash) return;
  const named = record.hashes.get(name.hash);
  if (!named && !record.whole) links.outside += 1;
  else if (!named || (name.commitment && name.commitment !== named.commitment)) note.fault("statement-entry", fact, values);
}
