// What holds at each place of a log (spec/keys.md): which cards of the other side its writer had taken in, and
// what was agreed by then. It is known only where the file shows every entry on the way.

import { hex } from "./bytes.mjs";

const NOWHERE = "0".repeat(64);
export const KEEPING = [2, 14, 15]; // line.agree, card.taken, revoke.taken
const NOTHING = { card: 0, agreed: 0, shown: true };
const UNSHOWN = { ...NOTHING, shown: false };

// Whether nothing that an entry says about cards, agreements and keys is hidden.
const isRead = (fact) => fact.proven && !fact.cardLeftOut && (fact.hasBody || !KEEPING.includes(fact.kind));

class Log {
  // `marks`: hash of an entry to what it changes.
  constructor(record, side, marks) {
    this.record = record;
    this.side = side;
    this.marks = marks;
    this.points = new Map(); // segment to [number, what holds from there on]
    this.depths = new Map(); // segment to the number of entries before it
    const children = new Map(), ready = [];
    for (const segment of record.segments[side].values()) {
      const before = record.before(segment);
      if (!before) ready.push([segment, segment.parent === NOWHERE ? NOTHING : UNSHOWN]);
      else if (children.has(before.segment)) children.get(before.segment).push([before, segment]);
      else children.set(before.segment, [[before, segment]]);
    }
    while (ready.length) {
      const [segment, begin] = ready.pop();
      this.pass(segment, begin);
      for (const [place, child] of children.get(segment.id) ?? []) {
        this.depths.set(child.id, this.depth(place));
        ready.push([child, this.at(place)]);
      }
    }
    this.shown = [...record.segments[side].keys()].every((id) => this.points.get(id)?.at(-1)[1].shown);
  }

  pass(segment, begin) {
    const points = [[0, begin]];
    this.points.set(segment.id, points);
    let held = begin, expected = 1, prev = null;
    for (const fact of segment.chain) {
      const continues = fact.seq === expected && (prev === null || fact.prev === prev);
      const mark = this.marks.get(fact.hash), from = continues && isRead(fact) ? held : UNSHOWN;
      const card = Math.max(from.card, mark?.card ?? 0), agreed = Math.max(from.agreed, mark?.agreed ?? 0);
      const changed = card !== held.card || agreed !== held.agreed || from.shown !== held.shown;
      if (changed) points.push([fact.seq, (held = { card, agreed, shown: from.shown })]);
      expected = fact.seq + 1;
      prev = fact.hash;
    }
  }

  // What holds where a reference points to.
  at(ref) {
    if (!ref) return NOTHING;
    const fact = this.record.at(this.side, ref), points = this.points.get(ref.segment);
    if (!fact || fact.aside || !points) return UNSHOWN;
    let low = 0, high = points.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (points[middle][0] <= fact.seq) low = middle;
      else high = middle;
    }
    return points[low][1];
  }

  depth(fact) {
    return (this.depths.get(fact.segment) ?? 0) + fact.seq;
  }

  // For sorting: the order of entries along the log.
  order(one, other) {
    return this.depth(one) - this.depth(other) || (one.hash < other.hash ? -1 : 1);
  }
}

export class Standings {
  constructor(record) {
    this.record = record;
    this.history = agreements(record);
    this.taken = [0, 1].map((side) => this.takenOf(side));
    this.logs = [0, 1].map((side) => {
      const marks = new Map([...this.taken[1 - side]].map(([hash, card]) => [hash, { card, agreed: 0 }]));
      for (const [at, each] of this.history.entries()) marks.set(each[side].hash, { card: 0, agreed: at + 1 });
      return new Log(record, side, marks);
    });
    this.first = [0, 1].map((side) => this.firstOf(side));
    const { head } = record.cards;
    const late = head.whole || head.selection[1] >= head.madeAt;
    const filled = head.whole || record.segments.every((each) => each.size);
    // Whether the file shows both logs from their first entries on and claims to leave nothing out.
    this.full = late && filled && this.logs.every((each) => each.shown);
  }

  // Serials of the cards of a side that may have been in force there: one, if that is shown.
  cardsAt(side, held) {
    if (held.card) return new Set([held.card]);
    return held.shown ? this.first[side] : this.all(side);
  }

  all(side) {
    return new Set(this.record.cards.sides[side].map((each) => each.serial));
  }

  // The card compared at the opening; all of a side where no opening shows it.
  firstOf(side) {
    const opened = [...this.record.proven(side)].filter((each) => each.opened);
    if (!opened.length) return this.all(side);
    return new Set([opened.sort((one, other) => this.logs[side].order(one, other))[0].opened[side]]);
  }

  takenOf(side) {
    const serials = new Map(this.record.cards.sides[side].map((each) => [hex(each.hash), each.serial]));
    const facts = [...this.record.proven(1 - side)].filter((fact) => serials.has(fact.taken));
    return new Map(facts.map((fact) => [fact.hash, serials.get(fact.taken)]));
  }
}

// Agreements that came into force and where each side signed them, the oldest first.
function agreements(record) {
  const facts = [0, 1].flatMap((side) => [...record.proven(side)].filter((each) => each.agreed));
  const found = [], newest = [null, null];
  let held = null;
  for (const fact of facts.sort((one, other) => one.order - other.order)) {
    newest[fact.side] = fact;
    const hash = newest[0]?.agreed.hash;
    if (!newest[0] || !newest[1] || hash !== newest[1].agreed.hash || hash === held) continue;
    held = hash;
    found.push([...newest]);
  }
  return found;
}
