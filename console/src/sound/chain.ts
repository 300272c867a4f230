// The chain of hashes over a recording, as the node computes it: whoever holds the file can show that it is whole.

import { join, sha256, utf8, type Bytes } from "../model/bytes.ts";

const PURPOSE = join(utf8("FIREBREAK/1\0recording\0"));

/** The chain before the first chunk; `part` is 1 for the caller and 2 for the callee. */
export const chainStart = (call: Bytes, part: number): Promise<Bytes> => sha256(PURPOSE, call, Uint8Array.of(part));

export const chained = (before: Bytes, chunk: Bytes): Promise<Bytes> => sha256(PURPOSE, before, chunk);
