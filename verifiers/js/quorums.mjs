// What stamps prove of a time: only what as many operators say as both sides had agreed on (WITNESS-034).

import { hex } from "./bytes.mjs";

// A name as it is compared: without spaces around it, A to Z as a to z, and nothing else (WITNESS-031).
export const plain = (name) => name.replace(/^ +| +$/g, "").replace(/[A-Z]/g, (each) => each.toLowerCase());

export function judgeStamps(cards, record, fitting) {
  const found = { stamps: [], existed: [], dropped: 0 }, checkpoints = new Map();
  for (const stamp of fitting) {
    const place = [stamp.side, stamp.segment, stamp.size, stamp.root].join(" ");
    if (!checkpoints.has(place)) checkpoints.set(place, new Map());
    checkpoints.get(place).set([stamp.witness, stamp.key, stamp.at].join(" "), stamp);
  }
  for (const of of checkpoints.values()) judgeCheckpoint(cards, record, [...of.values()], found);
  found.stamps.sort((one, other) => one.at - other.at);
  found.existed.sort((one, other) => one.side - other.side || one.size - other.size);
  return found;
}

function judgeCheckpoint(cards, record, stamps, found) {
  const [{ side, size, through }] = stamps;
  const agreed = inForce(record, stamps[0]), latest = new Map();
  const counting = agreed ? eligible(agreed.witnesses, cards) : [];
  for (const stamp of stamps) {
    const witness = counting.find((each) => each.name === stamp.witness && keysOf(each).slice(0, 2).includes(stamp.key));
    if (witness) {
      const operator = plain(witness.operator);
      latest.set(operator, Math.max(stamp.at, latest.get(operator) ?? 0)); // of two times the one that proves less
    } else if (!onBothCards(cards, stamp)) {
      found.dropped += 1;
      continue;
    }
    found.stamps.push(stamp);
  }
  if (!agreed || latest.size < agreed.quorum) return;
  const at = [...latest.values()].sort((one, other) => one - other)[agreed.quorum - 1];
  found.existed.push({ side, size, through, at, operators: latest.size });
}

// The agreement of the writer that counted where a checkpoint ends: the newest one up to there that the other
// side signed alike.
function inForce(record, { side, segment, seq }) {
  const agreements = (of) => [...record.proven(of)].filter((each) => each.agreed);
  const alike = new Set(agreements(1 - side).map((each) => each.agreed.hash));
  const way = new Map([[segment, seq]]);
  for (let at = segment, before; (before = record.before(record.segments[side].get(at))) && !way.has(before.segment); at = before.segment) {
    way.set(before.segment, before.seq);
  }
  const order = [...way.keys()], place = (each) => order.indexOf(each.segment);
  const held = agreements(side).filter((each) => alike.has(each.agreed.hash) && each.seq <= (way.get(each.segment) ?? 0));
  return held.sort((one, other) => place(one) - place(other) || other.seq - one.seq)[0] ?? null;
}

const keysOf = ({ ed25519, mldsa44, statements }) => [ed25519, mldsa44, statements].map(hex);

// Those that count: no party to the line, and no key twice.
function eligible(witnesses, cards) {
  const names = [0, 1].map((side) => plain(cards.name(side)));
  const own = (card) => [card.rootEd25519, card.logKey, ...card.officers.map((each) => each.key)].map(hex);
  const used = new Set(cards.sides.flat().flatMap(own));
  return witnesses.filter((each) => {
    const keys = keysOf(each).filter((key) => key);
    const counts = !names.includes(plain(each.operator)) && !keys.some((key) => used.has(key));
    keys.forEach((key) => used.add(key));
    return counts;
  });
}

const onBothCards = (cards, { witness, key }) =>
  cards.sides.every((side) => side.some((card) => card.witnesses.some((each) => each.name === witness && hex(each.key) === key)));
