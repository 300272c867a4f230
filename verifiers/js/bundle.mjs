// The file (spec/bundle.md): first line, pieces, end. What is wrong here is damage and nobody's statement.

import { same, sha256, utf8 } from "./bytes.mjs";
import { Bad, body, BODY_BYTES, decode, isBytes, list, number, octets } from "./shape.mjs";

const MAGIC = utf8("FIREBREAK BUNDLE 1\n");
const PIECE_BYTES = 65536;
const CARDS = 256;
const ENTRIES = 4_000_000;
export const YEAR_9999 = 253402300799000;

export class Refused extends Error {
  constructor(code, why) {
    super(why);
    this.code = code;
  }
}

const HEAD = body({
  1: ["environment", number(0, 1)],
  2: ["line", octets(32)],
  3: ["parties", list(octets(32), 2)],
  4: ["nonces", list(octets(32), 2)],
  5: ["exporter", octets(32)],
  6: ["madeAt", number(0, YEAR_9999)],
  7: ["selection", list(number(0, YEAR_9999), 2), []],
});

const END = body({
  1: ["cards", number(0, CARDS)],
  2: ["entries", number(0, ENTRIES)],
  3: ["optional", number(0, Number.MAX_SAFE_INTEGER), 0],
  4: ["sha256", octets(32)],
});

export function before(one, other) {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return one[at] < other[at];
  return false;
}

function readHead(map) {
  const head = HEAD(map);
  const { parties, nonces, exporter, selection } = head;
  if (parties.length !== 2 || nonces.length !== 2 || !before(...parties)) throw new Bad("not two parties in order");
  if (!parties.some((each) => same(each, exporter))) throw new Bad("an exporter that is neither party");
  if (selection.length === 1 || selection[0] > selection[1]) throw new Bad("a range that ends before it begins");
  return { ...head, whole: selection.length === 0 };
}

function readEntry([, payload, signature, salt, content]) {
  if (payload.length > 1024 || signature.length !== 64) throw new Bad("a header or signature of the wrong length");
  if (salt === null && content === null) return { payload, signature, salt, content };
  if (!isBytes(salt) || !isBytes(content)) throw new Bad("only one of salt and body");
  if (salt.length !== 32 || content.length > BODY_BYTES) throw new Bad("a salt or body of the wrong length");
  return { payload, signature, salt, content };
}

function readPiece(data) {
  const value = decode(data, PIECE_BYTES);
  if (!Array.isArray(value) || !["number", "bigint"].includes(typeof value[0])) throw new Bad("no sort");
  const [sort, ...parts] = value;
  const bytes = (count) => parts.slice(0, count).every(isBytes);
  if (sort === 65 && parts.length === 1 && bytes(1)) return ["stamps", parts[0]];
  if (sort >= 64) return ["aside", sort];
  if (sort > 3) throw new Refused("FB341", `a piece of sort ${sort}`);
  if (sort === 0 && parts.length === 1) return ["head", readHead(parts[0])];
  if (sort === 3 && parts.length === 1) return ["end", END(parts[0])];
  if (sort === 2 && parts.length === 4 && bytes(2)) return ["entries", readEntry(value)];
  if (sort === 1 && parts.length === 3 && bytes(3)) {
    const [payload, ed25519, mldsa65] = parts;
    if (ed25519.length !== 64 || mldsa65.length !== 3309) throw new Bad("a card's signature of the wrong length");
    return ["cards", { payload, ed25519, mldsa65 }];
  }
  throw new Bad("neither head, card, entry nor end");
}

export function readBundle(file) {
  checkMagic(file);
  const found = { head: null, cards: [], entries: [], stamps: [], aside: [] };
  for (let at = MAGIC.length; ; ) {
    if (file.length - at < 4) throw new Refused("FB342", `the file ends at byte ${file.length}`);
    const size = new DataView(file.buffer, file.byteOffset + at).getUint32(0);
    if (size < 1 || size > PIECE_BYTES) throw new Refused("FB343", `a piece of ${size} bytes at byte ${at}`);
    if (file.length - at - 4 < size) throw new Refused("FB342", `the file ends at byte ${file.length}`);
    const next = at + 4 + size;
    try {
      const [name, piece] = readPiece(file.subarray(at + 4, next));
      if ((name === "head") !== (found.head === null)) throw new Bad("not one head, in the first place");
      if (name === "head") found.head = piece;
      else if (name === "end") return checked(found, piece, file, at, next);
      else found[name].push(piece);
      if (name === "cards" && found.entries.length) throw new Bad("a card after the first entry");
      if (found.cards.length > CARDS || found.entries.length > ENTRIES) throw new Bad("too many pieces");
    } catch (error) {
      if (error instanceof Bad) throw new Refused("FB343", `${error.message}, at byte ${at}`);
      throw error;
    }
    at = next;
  }
}

function checkMagic(file) {
  const begin = file.subarray(0, MAGIC.length);
  if (same(begin, MAGIC)) return;
  if (begin.length < MAGIC.length && same(begin, MAGIC.subarray(0, begin.length))) {
    throw new Refused("FB342", `the file ends at byte ${file.length}`);
  }
  const shown = Array.from(begin, (each) => String.fromCharCode(each)).join("");
  const later = begin.length === MAGIC.length && /^FIREBREAK BUNDLE [0-9]{1,3}\n?$/.test(shown);
  throw new Refused(later ? "FB341" : "FB340", "another first line");
}

function checked(found, end, file, at, next) {
  const counts = [found.cards.length, found.entries.length, found.stamps.length + found.aside.length];
  if (counts[0] !== end.cards || counts[1] !== end.entries || counts[2] !== end.optional) {
    throw new Refused("FB343", "the end counts other pieces than the file holds");
  }
  if (!same(sha256(file.subarray(0, at)), end.sha256)) {
    throw new Refused("FB343", "the hash at the end is not that of the file");
  }
  if (next !== file.length) throw new Refused("FB343", "something follows after the end");
  return found;
}

