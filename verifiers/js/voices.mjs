// The shape of voice notes (spec/sound.md): bounds, hashes, and as many parts as the bytes fill.

import { KIND } from "./kinds.mjs";
import { Bad, body, isBytes, list, number, octets, octetsUpTo, without, words } from "./shape.mjs";

const PART_BYTES = 12000, PARTS = 4;

const NOTE = body({
  2: ["desk", words(1, 40)],
  3: ["from", words(1, 40)],
  4: ["duration", number(1, 31000)],
  5: ["sound", number(1, 1), 1],
  6: ["size", number(1, PARTS * PART_BYTES)],
  7: ["sha256", octets(32)],
  8: ["parts", list(octets(32), PARTS)],
  9: ["gist", words(0, 500), ""],
  10: ["language", words(0, 8), ""],
});
const PART = body({ 1: ["note", octets(32)], 2: ["index", number(0, PARTS - 1)], 3: ["data", octetsUpTo(PART_BYTES)] });

export function holdVoice(kind, map) {
  if (kind === KIND.voiceNote) {
    const { size, parts } = NOTE(without(map, 1));
    if (parts.length !== Math.ceil(Number(size) / PART_BYTES)) throw new Bad("another number of parts than its bytes fill");
  }
  if (kind === KIND.voicePart) {
    const { data } = PART(map);
    if (isBytes(data) && !data.length) throw new Bad("a part without a byte");
  }
}
