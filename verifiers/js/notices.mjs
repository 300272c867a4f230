// The shape of what is said about notices (spec/notice.md): code, area and source, and the notice an entry is about.

import { same, sha256, utf8 } from "./bytes.mjs";
import { Bad, body, isBytes, list, number, octets, words } from "./shape.mjs";

const DEGREE = 1e7, VERTICES = 2000;
const orNone = (read) => (value) => (value === null ? null : read(value));

const ALTITUDE = body({
  1: ["lower", orNone(number(-11000, 40000000)), null],
  2: ["upper", orNone(number(-11000, 40000000)), null],
  3: ["datum", number(1, 4)],
});

function altitude(value) {
  const read = ALTITUDE(value);
  if (read.lower !== null && read.upper !== null && read.lower > read.upper) throw new Bad("a band from the top down");
  return read;
}

function ring(value) {
  if (!isBytes(value) || value.length % 8) throw new Bad("a ring that is not eight bytes a place");
  const view = new DataView(value.buffer, value.byteOffset, value.length), places = [];
  for (let at = 0; at < value.length; at += 8) {
    const north = view.getInt32(at), east = view.getInt32(at + 4);
    if (Math.abs(north) > 90 * DEGREE || east < -180 * DEGREE || east >= 180 * DEGREE) throw new Bad("no place");
    places.push([north, east]);
  }
  return places;
}

const FORM = body({
  1: ["kind", number(0, 7)],
  2: ["rings", list(ring, 64), []],
  3: ["radius", orNone(number(1, 5000000)), null],
  4: ["buffer", number(0, 1000000), 0],
  5: ["uncertainty", orNone(number(0, 1000000)), null],
  6: ["altitude", orNone(altitude), null],
  7: ["name", words(0, 120), ""],
});
const POINT = 1, CIRCLE = 2, POLYGON = 3, SEVERAL = 4, CORRIDOR = 6, NAMED = 7;
// The least and most places of a ring, by the kind of the area.
const COUNTS = [[0, 0], [1, VERTICES], [1, 1], [3, VERTICES], [3, VERTICES], [2, VERTICES], [2, VERTICES], [0, 1]];

function neighbours(kind, places) {
  const closed = kind === POLYGON || kind === SEVERAL;
  for (let at = 0; at < places.length - (closed ? 0 : 1); at += 1) {
    const [here, there] = [places[at], places[(at + 1) % places.length]];
    if (here[0] === there[0] && here[1] === there[1]) throw new Bad("one place twice in a row");
    if (Math.abs(here[1] - there[1]) === 180 * DEGREE) throw new Bad("an edge half round the earth");
  }
}

function area(value) {
  const read = FORM(value), kind = Number(read.kind), [least, most] = COUNTS[kind], rings = read.rings;
  const one = most > 0 && (least > 0 || rings.length > 0) ? rings.length === 1 : rings.length === 0;
  if (!(one || (kind === SEVERAL && rings.length > 0))) throw new Bad("an area with another number of rings");
  for (const places of rings) {
    if (places.length < least || places.length > most) throw new Bad("an area of another number of places");
    if (kind !== POINT) neighbours(kind, places);
  }
  if (rings.reduce((count, each) => count + each.length, 0) > VERTICES) throw new Bad("too many places");
  if ((kind === CIRCLE) !== (read.radius !== null)) throw new Bad("a circle without a radius, or a radius alone");
  if (kind === CORRIDOR && !Number(read.buffer)) throw new Bad("a corridor without a width");
  if (kind === NAMED && !read.name) throw new Bad("a named area without a name");
}

const DOUBT = body({ 1: ["code", words(1, 40)], 2: ["text", words(0, 200), ""] });
const SOURCE = body({
  1: ["format", words(1, 24)],
  2: ["text", words(1, 8000)],
  3: ["sha256", octets(32)],
  4: ["doubts", list(DOUBT, 32), []],
  5: ["by", words(0, 64), ""],
});

function source(value) {
  const read = SOURCE(value);
  if (!same(sha256(utf8(read.text)), read.sha256)) throw new Bad("a source text under another hash");
}

const NOTICE = 18;
// Kinds whose bodies may hold an area, and under which key; kinds that are about one entry, under key 2.
const AREAS = new Map([[NOTICE, 5], [84, 6], [85, 6], [86, 5]]);
const NAMING = new Set([80, 81, 82, 83, 85]);

// Throws Bad unless the body has the shape of its kind.
export function holdNotice(kind, map) {
  if (AREAS.has(kind) && map.has(AREAS.get(kind))) area(map.get(AREAS.get(kind)));
  if (NAMING.has(kind)) octets(32)(map.get(2));
  if (kind !== NOTICE) return;
  const code = map.get(4);
  if (typeof code !== "string" || !/^[PEDSIMQ][0-9A-F]{2}$/.test(code)) throw new Bad("a notice without a code");
  if (map.has(19)) source(map.get(19));
}
