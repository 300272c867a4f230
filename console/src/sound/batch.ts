// Candidates go out as they are found, but not each in an entry of its own: what is found within a moment goes in one.

import { isCandidate } from "./description.ts";

export const BATCH_MS = 20; // the addresses of the machine itself come within a few
export const BATCH_MAX = 8; // one entry holds no more
const TOTAL_MAX = 32; // no node passes on more of one end

type Send = (candidates: readonly string[], last: boolean) => void;

export class Batch {
  #send: Send;
  #found: string[] = [];
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;

  constructor(send: Send) {
    this.#send = send;
  }

  /** A candidate that was found; the empty one is the last. */
  add(candidate: string): void {
    if (this.#ended) return;
    this.#ended = candidate === "";
    if (isCandidate(candidate) && this.#count < TOTAL_MAX) {
      this.#count++;
      this.#found.push(candidate);
    }
    if (this.#ended || this.#found.length >= BATCH_MAX) return this.#flush();
    this.#timer ??= setTimeout(() => this.#flush(), BATCH_MS);
  }

  stop(): void {
    this.#ended = true;
    this.#disarm();
  }

  #flush(): void {
    this.#disarm();
    const found = this.#found.splice(0, BATCH_MAX);
    if (found.length > 0 || this.#ended) this.#send(found, this.#ended);
  }

  #disarm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
