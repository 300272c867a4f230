// Voice notes as both sides sign them (spec/sound.md): the whole and its parts by their hashes.

import { sha256, toHex, type Bytes } from "./bytes.ts";

export const PART_BYTES = 12_000;
export const NOTE_BYTES_MAX = 48_000;
export const GIST_MAX = 500;
const DURATION_MS_MAX = 31_000;

/** One note as the node lists it, without its sound. */
export interface VoiceNote {
  note: string;
  ours: boolean;
  at: number;
  precedence: "routine" | "priority" | "immediate" | "flash";
  officer: string;
  desk: string;
  from_desk: string;
  duration_ms: number;
  size_bytes: number;
  sha256: string;
  /** How many there are, and how many of them have come. */
  parts: number;
  here: number;
  complete: boolean;
  /** Whether the other node holds all of it. */
  stored: boolean;
  gist: string;
  language: string;
  mark: string;
}

export interface Facts {
  duration_ms: number;
  size_bytes: number;
  sha256: string;
  parts: string[];
}

export async function factsOf(data: Bytes, seconds: number): Promise<Facts> {
  const count = Math.ceil(data.length / PART_BYTES);
  const parts = Array.from({ length: count }, (_, at) => data.subarray(at * PART_BYTES, (at + 1) * PART_BYTES));
  const hashes = await Promise.all(parts.map(async (each) => toHex(await sha256(each))));
  const length = Math.min(DURATION_MS_MAX, Math.max(1, Math.round(seconds * 1_000)));
  return { duration_ms: length, size_bytes: data.length, sha256: toHex(await sha256(data)), parts: hashes };
}
