// What witnesses attest of things left at them (spec/witness.md): collected or not collected, and no more.

import { plain } from "./quorums.mjs";
import { hex, utf8 } from "./bytes.mjs";
import { Bad, decode } from "./cbor.mjs";
import { verifyEd25519 } from "./ed25519.mjs";
import { body, list, number, octets, octetsUpTo } from "./shape.mjs";
import { digest, toSign } from "./signing.mjs";

const SIGNED_BYTES = 262144;
const YEAR_9999 = 253402300799000;
const FOR_PEOPLE = new Set([16, 17, 18, 32, 43, 44]); // the rest is housekeeping of nodes
const CLOCKS_APART = 120000;
const DOWN_MOST = 60000;
const STARTED = 1, DEPOSITED = 2, FETCHED = 3, GAP = 4;

const instant = number(0, YEAR_9999);
const maybe = (read) => (value) => (value === null ? null : read(value));
const SIGNED = body({ 1: ["payload", octetsUpTo(SIGNED_BYTES)], 2: ["signature", octets(64)] });
export const ATTESTED = body({ 1: ["until", instant], 2: ["attestations", list(SIGNED, 8)] });
const RECORD = body({
  1: ["kind", number(STARTED, GAP)], 2: ["number", number()], 3: ["at", instant],
  4: ["mailbox", maybe(octets(8)), null], 5: ["request", maybe(SIGNED), null], 6: ["upto", number(), 0],
  7: ["since", instant, 0],
});
const ATTESTATION = body({
  1: ["witness", octets(8)], 2: ["mailbox", octets(8)], 3: ["first", instant], 4: ["last", instant],
  5: ["records", list(RECORD, 256), []], 6: ["upSince", instant], 7: ["size", number()], 8: ["root", octets(32)],
});
const ASKED = { 1: ["witness", octets(8)], 2: ["mailbox", octets(8)], 3: ["at", instant], 4: ["nonce", octets(16)] };
const DEPOSIT = body({ ...ASKED, 5: ["packet", octets(32)], 6: ["entries", list(octets(32), 16), []] });
const FETCH = body({ ...ASKED, 5: ["held", number(), 0] });
const REQUESTS = { [DEPOSITED]: DEPOSIT, [FETCHED]: FETCH };

const FIELDS = ["ed25519", "mldsa44", "statements"];
const named = (each) => JSON.stringify([each.name, each.operator, ...FIELDS.map((key) => hex(each[key]))]);
const first = (found) => (found.length ? Math.min(...found) : null);

// On whom both sides agreed with the same keys, without those that are a party or have the key of another.
function witnessesOf(cards, facts) {
  const [one, other] = facts.map((of) => new Map(of.flatMap((each) => each.witnesses).map((each) => [named(each), each])));
  const both = [...one].filter(([name]) => other.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const used = new Set(cards.sides.flat().flatMap((each) => [each.rootEd25519, each.logKey, ...each.officers.map((o) => o.key)]).map(hex));
  const parties = [0, 1].map((side) => plain(cards.name(side)));
  const found = [];
  for (const [, each] of both) {
    const keys = FIELDS.map((name) => hex(each[name])).filter((key) => key);
    const good = !parties.includes(plain(each.operator)) && !keys.some((key) => used.has(key));
    for (const key of keys) used.add(key);
    if (good && each.statements.length) found.push({ ...each, id: hex(digest("witness", utf8(each.name), each.statements).subarray(0, 8)) });
  }
  return found;
}

function boxesOf(cards, facts) {
  const pairs = facts.map((of) => new Map(of.map((each) => [`${each.witnesses.map(named)} ${each.quorum}`, each.quorum])));
  const both = [...pairs[0]].filter(([name]) => pairs[1].has(name)).map(([, quorum]) => quorum);
  const keys = cards.sides.map((of) => of.map((each) => each.logKey));
  return [0, 1].map((side) => ({
    mailbox: hex(digest("mailbox", cards.head.line, cards.head.parties[1 - side]).subarray(0, 8)),
    writers: keys[side],
    readers: keys[1 - side],
    quorum: both.length ? Math.max(...both) : 2,
  }));
}

async function holds(signed, keys, purpose, environment) {
  const message = toSign(purpose, environment, signed.payload);
  for (const key of keys) if (await verifyEd25519(key, signed.signature, message)) return true;
  return false;
}

// An attestation with its requests read, or null where it is not the word of this witness or out of order.
async function readAttestation(signed, claimed, witness, environment) {
  if (!(await holds(signed, [witness.statements], "witness attest", environment))) return null;
  try {
    for (const each of claimed.records) {
      each.asked = each.request && REQUESTS[each.kind] ? REQUESTS[each.kind](decode(each.request.payload, SIGNED_BYTES)) : null;
    }
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    return null;
  }
  const { records } = claimed;
  const order = records.every((each, at) => !at || (records[at - 1].number < each.number && records[at - 1].at <= each.at));
  return order ? { ...claimed, by: witness } : null;
}

// What one witness says of one entry.
async function toldBy({ by, ...said }, box, entry, until, environment) {
  const told = { witness: by.name, operator: plain(by.operator), collected: null, asked: null, silent: false };
  const ours = (each) => hex(each.asked.witness) === by.id && hex(each.asked.mailbox) === box.mailbox;
  let deposit = null;
  for (const each of said.records) {
    if (each.kind !== DEPOSITED || !each.asked || !ours(each) || !each.asked.entries.some((one) => hex(one) === entry)) continue;
    if (await holds(each.request, box.writers, "deposit", environment)) {
      deposit = each;
      break;
    }
  }
  if (!deposit || hex(said.mailbox) !== box.mailbox) return told;
  const after = said.records.filter((each) => each.number > deposit.number);
  const fetches = [];
  for (const each of after) {
    if (each.kind !== FETCHED || !each.asked || each.at > until || !ours(each)) continue;
    if (Math.abs(each.asked.at - each.at) > CLOCKS_APART) continue;
    if (await holds(each.request, box.readers, "fetch", environment)) fetches.push(each);
  }
  const down = after
    .filter((each) => each.kind === STARTED || each.kind === GAP)
    .reduce((total, each) => total + Math.min(each.at, until) - Math.min(Math.max(each.since, deposit.at), until), 0);
  const whole = said.first <= deposit.at && deposit.at <= until && until <= said.last;
  const got = fetches.filter((each) => each.upto >= deposit.number || each.asked.held >= deposit.number);
  told.collected = first(got.map((each) => each.at));
  told.asked = first(fetches.map((each) => each.at));
  told.deposited = deposit.at;
  told.silent = whole && told.asked === null && down <= DOWN_MOST;
  return told;
}

async function conclude(held, box, entry, until, environment) {
  const told = [];
  for (const each of held) told.push(await toldBy(each, box, entry, until, environment));
  const since = first(told.map((each) => each.collected).filter((at) => at !== null));
  const names = (found) => found.map((each) => each.witness).sort();
  if (since !== null) return { word: "collected", since, witnesses: names(told.filter((each) => each.collected !== null)) };
  const silent = told.filter((each) => each.silent);
  const operators = new Set(silent.map((each) => each.operator));
  if (told.some((each) => each.asked !== null) || operators.size < box.quorum) return null;
  return { word: "not collected", since: Math.max(...silent.map((each) => each.deposited)), witnesses: names(silent) };
}

export async function readSilences(cards, record, note) {
  const facts = [0, 1].map((side) => [...record.proven(side)]);
  const carried = facts.flat().filter((each) => each.attested).sort((one, other) => one.order - other.order);
  if (!carried.length) return { silences: [], unknown: 0 };
  const agreed = facts.map((of) => of.filter((each) => each.witnesses.length));
  const witnesses = witnessesOf(cards, agreed), boxes = boxesOf(cards, agreed);
  const { environment } = cards.head;
  const found = [];
  let unknown = 0;
  for (const fact of carried) {
    const { until, attestations } = fact.attested;
    const writer = cards.name(fact.side), held = [];
    for (const signed of attestations) {
      let claimed;
      try {
        claimed = ATTESTATION(decode(signed.payload, SIGNED_BYTES));
      } catch (error) {
        if (!(error instanceof Bad)) throw error;
        note.fault("attest-unreadable", fact, { writer, detail: error.message });
        continue;
      }
      const witness = witnesses.find((each) => each.id === hex(claimed.witness));
      if (!witness) {
        unknown += 1;
        continue;
      }
      const read = await readAttestation(signed, claimed, witness, environment);
      if (read) held.push(read);
      else note.fault("attest-signature", fact, { writer, witness: witness.name });
    }
    for (const side of [0, 1]) {
      const left = new Set();
      for (const { mailbox, records } of held) {
        for (const { kind, asked } of records) {
          const there = kind === DEPOSITED && asked && hex(mailbox) === boxes[side].mailbox && hex(asked.mailbox) === hex(mailbox);
          if (there) for (const each of asked.entries) left.add(hex(each));
        }
      }
      for (const hash of left) {
        const target = record.hashes.get(hash);
        if (!target || target.side !== side || !FOR_PEOPLE.has(target.kind)) continue;
        const said = await conclude(held, boxes[side], hash, until, environment);
        if (said) found.push({ side, hash, entry: String(target), until, statement: String(fact), ...said });
      }
    }
  }
  return { silences: standing(found), unknown };
}

// A fetch that the reader signed takes back what others attest of the same time.
function standing(found) {
  const at = new Map();
  for (const each of found) {
    if (each.word === "collected") at.set(each.hash, Math.min(each.since, at.get(each.hash) ?? each.since));
  }
  return found.filter((each) => each.word === "collected" || !(at.get(each.hash) <= each.until));
}
