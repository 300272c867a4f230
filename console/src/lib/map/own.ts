// Reads tiles of the map of one's own out of its file, range by range. In the red palette pictures are painted red:
// nothing else may shine there.

import { directory, entryOf, spanIn, tileNumber, type Entry, type OwnMap, type Span } from "../../model/map/archive.ts";

const ADDRESS = "/api/own-map/tiles";
const DEPTH_MAX = 3; // directories below one another; writers make two
const HELD_MAX = 64; // directories in memory
const AT_ONCE = 2; // of the six connections that a browser makes: a slow file must not hold up an acknowledgement
const ANSWER_MS = 10_000;
const PLAIN_BYTES_MAX = 8 * 1024 * 1024; // of a tile or a directory, unpacked

export class Own {
  readonly told: OwnMap;
  readonly #onfault: (code: string) => void;
  readonly #held = new Map<number, Promise<Entry[]>>();
  readonly #waiting: (() => void)[] = [];
  #asking = 0;

  constructor(told: OwnMap, onfault: (code: string) => void) {
    this.told = told;
    this.#onfault = onfault;
  }

  /** A tile, or null where the file has none. Raises Error. */
  async tile(zoom: number, x: number, y: number, stop: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
    const number = tileNumber(zoom, x, y);
    let span: Span = this.told.root;
    for (let depth = 0; depth < DEPTH_MAX; depth += 1) {
      const entry = entryOf(await this.#directory(span), number);
      if (!entry) return null;
      if (entry.run) return unpacked(await this.#part(spanIn(this.told.tiles, entry), stop), this.told.tiles_packed);
      span = spanIn(this.told.leaves, entry);
    }
    throw new RangeError("directories of the own map lead in a circle");
  }

  #directory(span: Span): Promise<Entry[]> {
    const held = this.#held.get(span[0]) ?? this.#read(span);
    this.#held.delete(span[0]);
    this.#held.set(span[0], held);
    if (this.#held.size > HELD_MAX) this.#held.delete(this.#held.keys().next().value as number);
    held.catch(() => this.#held.delete(span[0]));
    return held;
  }

  async #read(span: Span): Promise<Entry[]> {
    return directory(await unpacked(await this.#part(span), this.told.packed));
  }

  async #part(span: Span, stop?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#asking < AT_ONCE) this.#asking += 1;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await this.#asked(span, AbortSignal.any([AbortSignal.timeout(ANSWER_MS), ...(stop ? [stop] : [])]));
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#asking -= 1;
    }
  }

  async #asked([first, length]: Span, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const headers = { range: `bytes=${first}-${first + length - 1}` };
    const answer = await fetch(ADDRESS, { headers, signal, cache: "no-store", redirect: "error" });
    if (answer.status === 206) return new Uint8Array(await answer.arrayBuffer());
    const told = (await answer.json().catch(() => null)) as { code?: unknown } | null;
    if (answer.status === 409 && typeof told?.code === "string") this.#onfault(told.code);
    throw new Error(`the own map answers ${answer.status}`);
  }
}

/** Raises Error for what is not packed, or grows beyond all measure. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>, packed: boolean): Promise<Uint8Array<ArrayBuffer>> {
  if (!packed) return bytes;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  for (let next = await plain.read(); !next.done; next = await plain.read()) {
    parts.push(next.value as Uint8Array<ArrayBuffer>);
    size += next.value.length;
    if (size > PLAIN_BYTES_MAX) throw new RangeError("a part of the own map is too large");
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The picture in shades of one colour, by how bright its places are. */
export async function tinted(bytes: Uint8Array<ArrayBuffer>, colour: string): Promise<ImageBitmap> {
  const picture = await createImageBitmap(new Blob([bytes]));
  const sheet = new OffscreenCanvas(picture.width, picture.height);
  const pen = sheet.getContext("2d") as OffscreenCanvasRenderingContext2D;
  pen.drawImage(picture, 0, 0);
  for (const [how, paint] of [["saturation", "#888"], ["multiply", colour]] as const) {
    pen.globalCompositeOperation = how;
    pen.fillStyle = paint;
    pen.fillRect(0, 0, sheet.width, sheet.height);
  }
  return sheet.transferToImageBitmap();
}
