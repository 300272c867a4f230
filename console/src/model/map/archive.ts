// The directories of a PMTiles file (version 3 of its specification): where in the file a tile lies. The server has
// checked the head and the first directory; the others are read here for the first time, so nothing in them is believed.

/** First byte and length. */
export type Span = readonly [number, number];
export type Ground = "land" | "green" | "water" | "road" | "building";

/** The map of one's own, as `GET /api/own-map` tells it. */
export interface OwnMap {
  form: "mvt" | "png" | "jpeg" | "webp" | "avif";
  zooms: readonly [number, number];
  bounds: readonly [number, number, number, number];
  packed: boolean;
  tiles_packed: boolean;
  layers: readonly { name: string; role: Ground }[];
  root: Span;
  leaves: Span;
  tiles: Span;
}

export interface Entry {
  first: number;
  /** How many tiles in a row have this content; 0: it is a directory. */
  run: number;
  length: number;
  offset: number;
}

const ENTRY_BYTES_MIN = 4; // four numbers of a byte at least: a directory cannot say that it has more than it holds

/** The number of a tile: zoom after zoom, each along the curve of Hilbert. */
export function tileNumber(zoom: number, x: number, y: number): number {
  let number = (4 ** zoom - 1) / 3;
  let [right, down] = [x, y];
  for (let side = 2 ** zoom / 2; side >= 1; side /= 2) {
    const [east, south] = [right >= side ? 1 : 0, down >= side ? 1 : 0];
    number += side * side * ((3 * east) ^ south);
    [right, down] = [right - east * side, down - south * side];
    if (south) continue;
    if (east) [right, down] = [side - 1 - right, side - 1 - down];
    [right, down] = [down, right];
  }
  return number;
}

function* numbers(bytes: Uint8Array): Generator<number, undefined> {
  let [value, weight] = [0, 1];
  for (const each of bytes) {
    value += (each & 0x7f) * weight;
    weight *= 0x80;
    if (each & 0x80) continue;
    yield value;
    [value, weight] = [0, 1];
  }
}

/** Raises RangeError for what is no directory. */
export function directory(bytes: Uint8Array): Entry[] {
  const found = numbers(bytes);
  const next = (): number => {
    const { value } = found.next();
    if (value === undefined || !Number.isSafeInteger(value)) throw new RangeError("a directory of the own map is damaged");
    return value;
  };
  const count = next();
  if (count * ENTRY_BYTES_MIN > bytes.length) throw new RangeError("a directory of the own map is too short");
  const column = (): number[] => Array.from({ length: count }, next);
  const [steps, runs, lengths, places] = [column(), column(), column(), column()];
  let [first, after] = [0, 0];
  return steps.map((step, at) => {
    const [run, length, place] = [runs[at] as number, lengths[at] as number, places[at] as number];
    first += step;
    const offset = place ? place - 1 : after;
    after = offset + length;
    return { first, run, length, offset };
  });
}

/** The entry that holds a tile, or the directory that may; null where there is none. */
export function entryOf(entries: readonly Entry[], number: number): Entry | null {
  let [low, high] = [0, entries.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((entries[middle] as Entry).first <= number) low = middle;
    else high = middle - 1;
  }
  const found = entries[low];
  if (!found || found.first > number) return null;
  return !found.run || number < found.first + found.run ? found : null;
}

/** Where in the file an entry lies. Raises RangeError where it leads out of its part. */
export function spanIn([start, length]: Span, entry: Entry): Span {
  if (!entry.length || entry.offset + entry.length > length) throw new RangeError("the own map leads outside itself");
  return [start + entry.offset, entry.length];
}
