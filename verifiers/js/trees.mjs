// Checkpoints and stamps against the entries (spec/bundle.md): every branch of a log is walked from its
// beginning, with the tree growing on the way.

import { hex, unhex } from "./bytes.mjs";
import { Bad } from "./cbor.mjs";
import { brokenRule } from "./ed25519.mjs";
import { KIND } from "./entries.mjs";
import { COSIGNATURE, COSIGNATURE_44, cosignedAt, readNote, readOrigin, signedByLog, Tree } from "./note.mjs";

const NOWHERE = "0".repeat(64);
const START = "";

export function checkTrees(record, side, stamps, note) {
  const writer = record.cards.name(side);
  const state = {
    starts: new Map(), // generation to the segment its tree begins with
    passed: new Map(), // generation to checkpoints that fit
    sizes: new Map(), // segment to the size of the tree where it begins
    reached: stamps.map(() => []),
    wanted: new Map(), // size to the places of stamps of that size
    adoptions: [...record.proven(side)].filter((each) => each.kind === KIND.adopt).length,
    rebuilt: 0,
  };
  for (const [place, { size }] of stamps.entries()) state.wanted.set(size, [...(state.wanted.get(size) ?? []), place]);
  const children = new Map(), ready = [];
  for (const segment of record.segments[side].values()) {
    const before = record.before(segment);
    if (before && before.segment !== segment.id) {
      const place = `${before.segment}/${before.seq}`;
      children.set(place, [...(children.get(place) ?? []), segment]);
    } else if (segment.parent === NOWHERE) ready.push([segment, { tree: new Tree(), start: START, adoptions: 0 }]);
  }
  while (ready.length) walk(...ready.pop(), children, ready, state, stamps, (code, fact) => note.fault(code, fact, { writer }));
  checkForks(record, state, (fact) => note.fault("checkpoint-fork", fact, { writer }));
  return { rebuilt: state.rebuilt, ...placeStamps(stamps, state, (stamp) => note.fault("stamp-tree", "", { writer, size: stamp.size })) };
}

function walk(segment, path, children, ready, state, stamps, fault) {
  const anew = segment.chain.some((each) => each.kind === KIND.adopt);
  let fresh = new Tree();
  state.sizes.set(segment.id, path.tree.size);
  for (const [at, fact] of segment.chain.entries()) {
    if (fact.seq !== at + 1) return; // a gap: what follows cannot be summed up
    if (fact.tree) compare(fact, path, state, fault);
    path = { ...path, tree: path.tree.grown(unhex(fact.hash)) };
    if (anew) fresh = fresh.grown(unhex(fact.hash));
    if (fact.kind === KIND.adopt) path = { tree: fresh, start: segment.id, adoptions: path.adoptions + 1 };
    for (const place of state.wanted.get(path.tree.size) ?? []) {
      state.reached[place].push([path.start, stamps[place].root === hex(path.tree.root) ? fact : null]);
    }
    for (const child of children.get(`${segment.id}/${fact.seq}`) ?? []) ready.push([child, path]);
  }
}

function compare(fact, { tree, start, adoptions }, state, fault) {
  const { generation, size, root } = fact.tree;
  state.rebuilt += 1;
  if (!state.starts.has(generation)) state.starts.set(generation, start);
  const inOrder = state.starts.get(generation) === start && adoptions <= generation && generation <= state.adoptions;
  if (!inOrder || (adoptions === 0) !== (generation === 0)) fault("checkpoint-origin", fact);
  else if (size !== tree.size || root !== hex(tree.root)) fault("checkpoint-tree", fact);
  else state.passed.set(generation, [...(state.passed.get(generation) ?? []), fact]);
}

function checkForks(record, state, fault) {
  for (const found of state.passed.values()) {
    found.sort((one, other) => one.tree.size - other.tree.size);
    for (let at = 1; at < found.length; at++) {
      if (!continues(record, found[at], found[at - 1], state)) fault(found[at]);
    }
  }
}

function continues(record, later, earlier, state) {
  let segment = record.of(later), { seq } = later;
  while (segment.id !== earlier.segment) {
    const before = record.before(segment);
    if (!before || state.sizes.get(segment.id) <= earlier.tree.size) return false;
    segment = record.of(before);
    ({ seq } = before);
  }
  return seq >= earlier.seq;
}

function placeStamps(stamps, state, fault) {
  const fitting = [];
  let left = 0;
  for (const [place, stamp] of stamps.entries()) {
    const start = stamp.generation ? state.starts.get(stamp.generation) : START;
    const reached = state.reached[place].filter(([at]) => start === undefined || at === start);
    const last = reached.find(([, fact]) => fact)?.[1];
    if (last) fitting.push({ ...stamp, through: String(last) });
    else if (reached.length && start !== undefined) fault(stamp);
    else left += 1;
  }
  return { fitting, left };
}

// -- stamps of witnesses ------------------------------------------------------------------------------

// Whom both sides name, on cards or in line agreements. A key that a party uses itself and an operator with
// the name of a party make no witness.
function witnessesOf(cards, agreed) {
  const own = new Set(cards.sides.flat().flatMap((each) => [each.rootEd25519, each.logKey, ...each.officers.map((one) => one.key)]).map(hex));
  const plain = (name) => name.toLowerCase().trim();
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
      note.fault("stamp-unreadable", "", { reason: error.message });
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
      else stamps[side].push({ side, generation: origin.generation, size: read.size, root: hex(read.root), witness: witness.name, at });
    }
    unknown += read.signatures.filter((each) => each.name !== read.origin).length - known;
  }
  return { stamps, unknown };
}

