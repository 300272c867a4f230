// Officers' statements (spec/bundle.md, BUNDLE-026 and 027): where they stand, and the first rule that one breaks.

import { same } from "./bytes.mjs";
import { PAIR } from "./cards.mjs";
import { verifyEd25519 } from "./ed25519.mjs";
import { KIND } from "./kinds.mjs";
import { Bad, body, encode, isBytes, isNumber, number, octets, without, words } from "./shape.mjs";
import { digest, toSign } from "./signing.mjs";

const NONE = new Uint8Array(32);

export const COMPARE = 15;
// Kind to the action that an officer has to state.
export const STATED = new Map([
  [1, COMPARE], [3, 14], [11, 12], [12, 13], [22, 1], [23, 2], [25, 3], [34, 4], [35, 5], [36, 6], [43, 10],
  [44, 11], [50, 9], [52, 3], [56, 7], [57, 8], [71, 20], [73, 21], [74, 30],
  [18, 22], [80, 23], [81, 24], [82, 25], [83, 26], [84, 27], [85, 28], [86, 29], [87, 31], [91, 33],
]);
// Kinds that a node may write alone; an officer who signs one states this.
const ALLOWED = new Map([[KIND.lineAgree, COMPARE], [KIND.callMedia, 17], [KIND.callPart, 18], [KIND.matchingAnswer, 32]]);
// Kinds that may carry, under key 2, the word of the officer who takes over.
const RELIEF = new Map([[KIND.handOver, 7], [KIND.callPart, 19]]);
// Kinds whose statement under key 1 leaves out, besides itself, those who release the entry.
const RELEASED = new Map([[18, 10]]);
// Action to the power it needs; 1, DUTY, for all others.
const POWER = new Map([[COMPARE, PAIR], [14, PAIR], [12, 3], [13, 3], [16, 4]]);
export const OFFICERS_NEEDED = [2, 1]; // real use, exercise

export const STATEMENT = body({
  1: ["officer", words(1, 64)],
  2: ["action", number(1, 33)],
  3: ["entry", octets(32), NONE],
  4: ["commitment", octets(32), NONE],
  5: ["detail", octets(32)],
  6: ["language", words(0, 8), ""],
  7: ["time", number()],
  8: ["signature", octets(64), new Uint8Array(64)],
});

// Maps that have the shape of a statement: text, number, bytes and number under 1, 2, 5 and 7.
const statementsIn = (held) =>
  (Array.isArray(held) ? held : [held]).filter(
    (each) =>
      each instanceof Map && typeof each.get(1) === "string" && isNumber(each.get(2)) && isBytes(each.get(5)) &&
      isNumber(each.get(7)),
  );

// The statements of a body with the action that each has to be about, and the digest of all the rest.
export function statedIn(kind, map) {
  const second = RELIEF.get(kind);
  const wanted = STATED.get(kind) ?? ALLOWED.get(kind) ?? null;
  const found = statementsIn(map.get(1)).map((each) => [each, wanted]);
  if (second) found.push(...statementsIn(map.get(2)).map((each) => [each, second]));
  const besides = second ? 2 : RELEASED.get(kind);
  const detail = found.length ? digest("officer", encode(without(map, 1, besides))) : null;
  return { found, detail, missing: STATED.has(kind) && !found.some(([, action]) => action === STATED.get(kind)) };
}

// Judges statements by the officers on cards.
export class Officers {
  constructor(head) {
    this.head = head;
  }

  // Serials of the cards by which all statements of a body hold.
  async statedBy(found, detail, all) {
    const serials = new Set();
    let read;
    try {
      read = found.map(([value, action]) => [STATEMENT(value), value, action]);
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      return serials;
    }
    for (const card of all) {
      let holds = true;
      for (const [said, value, action] of read) holds &&= !(await this.broken(said, value, action, detail, [card]));
      if (holds) serials.add(card.serial);
    }
    return serials;
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
    const { environment, line } = this.head;
    return verifyEd25519(key, said.signature, toSign("officer", environment, encode(without(value, 8)), line));
  }
}
