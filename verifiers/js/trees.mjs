// Checkpoints and stamps against the entries (spec/bundle.md): every branch of a log is walked from its
// beginning, with the tree growing on the way.

import { hex, unhex } from "./bytes.mjs";
import { Bad } from "./cbor.mjs";
import { brokenRule } from "./ed25519.mjs";
import { plain } from "./quorums.mjs";
import { COSIGNATURE, COSIGNATURE_44, cosignedAt, readNote, readOrigin, signedByLog, Tree } from "./note.mjs";

const NOWHERE = "0".repeat(64);

export function checkTrees(record, side, stamps, note) {
  const writer = record.cards.name(side);
  const fault = (code, fact) => note.fault(code, fact, { writer });
  const wrong = (stamp) => note.fault("stamp-tree", "", { writer, size: stamp.size });
  const state = { rebuilt: 0, fitting: [], left: 0, wanted: new Map(), fault, wrong };
  for (const each of stamps) state.wanted.set(each.segment, [...(state.wanted.get(each.segment) ?? []), each]);
  const children = new Map(), ready = [];
  for (const segment of record.segments[side].values()) {
    const before = record.before(segment);
    if (before && before.segment !== segment.id) {
      const place = `${before.segment}/${before.seq}`;
      children.set(place, [...(children.get(place) ?? []), segment]);
    } else if (segment.parent === NOWHERE) ready.push([segment, new Tree()]);
  }
  while (ready.length) walk(...ready.pop(), children, ready, state);
  checkForks(record.proven(side), fault);
  for (const waiting of state.wanted.values()) state.left += waiting.length;
  return { rebuilt: state.rebuilt, fitting: state.fitting, left: state.left };
}

function walk(segment, tree, children, ready, state) {
  const sizes = new Map(), before = tree.size;
  for (const stamp of state.wanted.get(segment.id) ?? []) sizes.set(stamp.size, [...(sizes.get(stamp.size) ?? []), stamp]);
  state.wanted.delete(segment.id);
  for (const [at, fact] of segment.chain.entries()) {
    if (fact.seq !== at + 1 || !fact.proven) break; // a gap, or bytes that nobody signed: the rest cannot be summed up
    if (fact.tree) compare(fact, tree, state);
    tree = tree.grown(unhex(fact.hash));
    for (const stamp of sizes.get(tree.size) ?? []) {
      if (stamp.root === hex(tree.root)) state.fitting.push({ ...stamp, seq: fact.seq, through: String(fact) });
      else state.wrong(stamp);
    }
    for (const child of children.get(`${segment.id}/${fact.seq}`) ?? []) ready.push([child, tree]);
  }
  for (const [size, stamps] of sizes) {
    // the tree of a segment holds at least the first entry of it
    if (size <= before) stamps.forEach(state.wrong);
    if (size > tree.size) state.left += stamps.length;
  }
}

function compare(fact, tree, state) {
  state.rebuilt += 1;
  if (fact.tree.size !== tree.size || fact.tree.root !== hex(tree.root)) state.fault("checkpoint-tree", fact);
}

// Two checkpoints of one segment that do not grow as its numbers do: this needs no other entry.
function checkForks(facts, fault) {
  const found = new Map();
  for (const fact of facts) if (fact.tree) found.set(fact.segment, [...(found.get(fact.segment) ?? []), fact]);
  const order = (one, other) => one.seq - other.seq || one.tree.size - other.tree.size || (one.tree.root < other.tree.root ? -1 : 1);
  for (const held of found.values()) {
    held.sort(order);
    for (let at = 1; at < held.length; at++) {
      const [earlier, later] = [held[at - 1].tree, held[at].tree];
      const grown = later.size - earlier.size === held[at].seq - held[at - 1].seq;
      if (!grown || (later.size === earlier.size && later.root !== earlier.root)) fault("checkpoint-fork", held[at]);
    }
  }
}

// -- stamps of witnesses ------------------------------------------------------------------------------

// Whom both sides name, on cards or in line agreements. A key that a party uses itself and an operator with
// the name of a party make no witness.
function witnessesOf(cards, agreed) {
  const own = new Set(cards.sides.flat().flatMap((each) => [each.rootEd25519, each.logKey, ...each.officers.map((one) => one.key)]).map(hex));
  const parties = [0, 1].map((side) => plain(cards.name(side)));
  const operators = agreed.flat().filter((each) => parties.includes(plain(each.operator)));
  for (const each of operators) own.add(hex(each.ed25519)).add(hex(each.mldsa44));
  const forms = { 32: COSIGNATURE, 1312: COSIGNATURE_44 };
  const sides = [0, 1].map((side) => {
    const found = new Map();
    const named = (name, key, algorithm) => {
      const good = algorithm && !own.has(hex(key)) && (algorithm !== COSIGNATURE || !brokenRule(key));
      if (good) found.set(`${name} ${hex(key)}`, { name, key, algorithm });
    };
    for (const { name, key } of cards.sides[side].flatMap((each) => each.witnesses)) named(name, key, forms[key.length]);
    for (const { name, ed25519, mldsa44 } of agreed[side]) {
      named(name, ed25519, COSIGNATURE);
      named(name, mldsa44, mldsa44.length === 1312 ? COSIGNATURE_44 : null);
    }
    return found;
  });
  return [...sides[0]].filter(([name]) => sides[1].has(name)).map(([, witness]) => witness);
}

export async function readStamps(cards, record, notes, note) {
  const agreed = [0, 1].map((side) => [...record.proven(side)].flatMap((each) => each.witnesses));
  const witnesses = notes.length ? witnessesOf(cards, agreed) : [];
  const stamps = [[], []];
  let unknown = 0;
  for (const raw of notes) {
    let read;
    try {
      read = readNote(raw);
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      note.fault("stamp-unreadable", "", { detail: error.message });
      continue;
    }
    const origin = readOrigin(read.origin);
    const side = cards.head.parties.findIndex((each) => hex(each) === origin?.party);
    if (side < 0 || origin.line !== hex(cards.head.line)) {
      note.fault("stamp-origin");
      continue;
    }
    const signed = await Promise.all(cards.sides[side].map((each) => signedByLog(read, each.logKey)));
    if (!signed.includes(true)) {
      note.fault("stamp-signature", "", { writer: cards.name(side) });
      continue;
    }
    let known = 0;
    for (const witness of witnesses) {
      const at = await cosignedAt(read, witness);
      if (at === undefined) continue;
      known += 1;
      if (at === null) note.fault("stamp-cosignature", "", { witness: witness.name });
      else stamps[side].push({ side, segment: origin.segment, size: read.size, root: hex(read.root), witness: witness.name, key: hex(witness.key), at });
    }
    unknown += read.signatures.filter((each) => each.name !== read.origin).length - known;
  }
  return { stamps, unknown };
}

