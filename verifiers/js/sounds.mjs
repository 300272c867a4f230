// By which keys both sides spoke (spec/sound.md, BUNDLE-069): what was described and found has to be what officers
// signed. Only what decides that is read of these bodies; one without the fields below is not looked at.

import { hex } from "./bytes.mjs";
import { KIND } from "./kinds.mjs";
import { isBytes } from "./shape.mjs";

const CALLER = 1, CALLEE = 2, CHECKS_BOTH = 3;
const octets = (value, size) => isBytes(value) && value.length === size;
const within = (value, least, most) => typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;

// What a body says; null for one of another kind, or without these fields.
export function spokenIn(kind, map) {
  const base = { leg: 0, key: "", theirs: "", checks: CHECKS_BOTH, foreign: false };
  if (kind === KIND.callOffer && octets(map.get(1), 16)) return { ...base, call: hex(map.get(1)), by: CALLER };
  if (kind === KIND.callAnswer && octets(map.get(2), 16)) {
    const key = octets(map.get(4), 32) ? hex(map.get(4)) : "";
    return { ...base, call: hex(map.get(2)), by: CALLEE, key };
  }
  if (kind === KIND.callMedia) return described(map, base);
  return kind === KIND.callSecured ? found(map, base) : null;
}

function described(map, base) {
  const call = map.get(2), by = map.get(3), leg = map.get(4) ?? 0, key = map.get(6), description = map.get(7);
  if (!octets(call, 16) || !octets(key, 32) || typeof description !== "string") return null;
  if (!within(by, 1, 2) || !within(leg, 0, 15)) return null;
  return { ...base, call: hex(call), by, leg, key: hex(key), foreign: isForeign(description, hex(key)) };
}

function found(map, base) {
  const call = map.get(1), by = map.get(2), leg = map.get(3) ?? 0, ours = map.get(4), theirs = map.get(5);
  const checks = map.get(6) ?? CHECKS_BOTH;
  if (!octets(ours, 32) || !octets(theirs, 32) || !octets(call, 16) || !within(checks, 0, 3)) return null;
  if (!within(by, 1, 2) || !within(leg, 0, 15)) return null;
  return { ...base, call: hex(call), by, leg, key: hex(ours), theirs: hex(theirs), checks };
}

// Whether any fingerprint in a description is another one, or none is there.
function isForeign(description, key) {
  const small = (line) => line.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const named = description.split(/[\r\n]/).map(small).filter((line) => line.startsWith("a=fingerprint"));
  return !named.length || named.some((line) => line !== `a=fingerprint:sha-256 ${key.match(/../g).join(":")}`);
}

// What contradicts.
export function checkSounds(record, note) {
  const spoken = [0, 1].flatMap((side) => [...record.proven(side)].filter((each) => each.spoken));
  const callOf = ({ side, spoken: said }) => `${said.by === CALLER ? side : 1 - side} ${said.call}`;
  const offers = new Set(spoken.filter((each) => each.kind === KIND.callOffer).map((each) => `${callOf(each)} ${each.hash}`));
  const signed = new Map(); // end of a leg, or of every leg, to the keys that officers signed for it
  for (const fact of spoken) {
    const { key, by, leg } = fact.spoken, call = callOf(fact);
    const stated = fact.names.some((each) => each.how === "statement" && offers.has(`${call} ${each.hash}`));
    const end = `${call} ${by} ${fact.kind === KIND.callMedia ? leg : "every"}`;
    if (key && stated) signed.set(end, [...(signed.get(end) ?? []), key]);
  }
  const keys = (call, by, leg) => [leg, "every"].flatMap((each) => signed.get(`${call} ${by} ${each}`) ?? []);
  const contradicts = (fact) => {
    const { by, leg, key, theirs, checks } = fact.spoken, call = callOf(fact);
    const other = (known, held) => known.length > 0 && !known.includes(held);
    return checks !== CHECKS_BOTH || other(keys(call, by, leg), key) || other(keys(call, CALLER + CALLEE - by, leg), theirs);
  };
  for (const fact of spoken) {
    if (!fact.spoken.foreign && !(fact.kind === KIND.callSecured && contradicts(fact))) continue;
    const values = { writer: record.cards.name(fact.side), other: record.cards.name(1 - fact.side) };
    note.fault("sound-contradicted", fact, values);
  }
}
