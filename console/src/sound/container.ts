// One file for a recording: WebM as the browser made it, and after it what is needed to hold it against the record.
//
// The lengths of its chunks stand in an element that players skip (EBML Void, RFC 8794 §11.3.3), since nothing else in
// the file says where a second ended. `firebreak call check-recording` reads it.

import { join, utf8, type Bytes } from "../model/bytes.ts";
import type { Recording } from "./recorder.ts";

export const MARK = "FIREBREAK/1 recording\n";
const VOID = 0xec;

export function container(call: string, { file, sizes, part }: Recording): Blob {
  const facts = { call, by: part, sizes };
  return new Blob([file, skipped(utf8(MARK + JSON.stringify(facts)))], { type: file.type });
}

/** An element of any length: its size in eight bytes, of which the first says so. */
export function skipped(content: Bytes): Bytes {
  const head = new DataView(new ArrayBuffer(9));
  head.setUint8(0, VOID);
  head.setUint32(5, content.length);
  head.setUint8(1, 1);
  return join(new Uint8Array(head.buffer), content);
}
