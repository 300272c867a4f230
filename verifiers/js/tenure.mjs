// Keys over time (spec/keys.md): which card, officers and agreement counted at the place of an entry. Nobody is
// accused where the file does not show what held; what could not be judged is told instead.

import { checkRevocations } from "./revocations.mjs";
import { KEEPING } from "./standing.mjs";

const isHidden = (fact) => KEEPING.includes(fact.kind) && !fact.hasBody;
export const within = (one, other) => [...one].every((each) => other.has(each));
export const apart = (one, other) => ![...one].some((each) => other.has(each));

// Adds to `unjudged` what the file does not show: "keys", "officers", "release".
export function checkTenure(record, side, standings, note, unjudged) {
  const names = { writer: record.cards.name(side), other: record.cards.name(1 - side) };
  for (const fact of record.proven(side)) {
    if (isHidden(fact)) note.fault("text-needed", fact, { writer: names.writer });
    else if (fact.cardLeftOut) note.fault("card-needed", fact, names);
  }
  if (!record.cards.sides[side].length) return;
  checkKeys(record, side, standings, names, note);
  const held = (fact) => standings.logs[1 - side].at(fact.seen);
  for (const fact of record.proven(side)) {
    if (fact.statedBy?.size) {
      const possible = standings.cardsAt(side, held(fact));
      if (apart(possible, fact.statedBy)) note.fault("officer-then", fact, names);
      else if (!within(possible, fact.statedBy)) unjudged.add("officers");
    }
    if (fact.releasedBy) checkRelease(standings, side, fact, held(fact), names, note, unjudged);
  }
  const shown = checkRevocations(record, side, standings, note);
  if (!shown || !standings.full) unjudged.add("keys");
  const others = [...record.proven(1 - side)];
  if (others.some(isHidden)) return;
  const known = new Set(others.map((each) => each.taken));
  for (const fact of record.proven(side)) {
    if (!fact.offered || known.has(fact.offered)) continue;
    known.add(fact.offered);
    note.remark("card-unanswered", fact, names);
  }
}

// A log key that no card brought into force: its first entry in each segment.
function checkKeys(record, side, standings, names, note) {
  if (!standings.full) return;
  const taken = new Set([...standings.first[side], ...standings.taken[side].values()]);
  for (const segment of record.segments[side].values()) {
    const told = new Set();
    for (const fact of segment.chain) {
      const key = record.cards.keys[side].get(fact.key);
      if (!fact.proven || !key || told.has(fact.key) || key.cards.some((each) => taken.has(each.serial))) continue;
      told.add(fact.key);
      note.fault("key-not-taken", fact, names);
    }
  }
}

function checkRelease(standings, side, fact, held, names, note, unjudged) {
  const possible = standings.cardsAt(side, held);
  if (within(possible, fact.releasedBy)) return;
  if (!held.shown || !standings.logs.every((each) => each.shown) || !apart(possible, fact.releasedBy)) {
    unjudged.add("release");
    return;
  }
  const terms = standings.history[held.agreed - 1]?.[side].agreed;
  if (terms?.kinds.includes(fact.kind)) note.fault("not-released", fact, names);
}
