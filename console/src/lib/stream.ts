// Changes as they happen: one stream for the page, taken up where it broke off, and a snapshot where that cannot be.

import type { Change } from "../model/wire.ts";
import { Refused } from "./api.ts";
import { desk } from "./desk.svelte.ts";

const SILENT_MS = 35_000; // the server says something every 15 seconds
const RETRY_MS = [500, 1_000, 2_000, 5_000];
const TOGETHER_MS = 16; // changes that come within a frame are drawn together

/** Follows the server until `stop`. */
export class Stream {
  #source: EventSource | null = null;
  #timer = 0;
  #failed = 0;
  #stopped = false;
  /** Changes that wait to be drawn, while the timer runs that was set when some were drawn. */
  #waiting: [Change, string][] = [];
  #together = 0;

  start(): void {
    this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#close();
  }

  #open(): void {
    const source = new EventSource(`/api/events?after=${encodeURIComponent(desk.views?.cursor ?? "")}`);
    this.#source = source;
    source.onopen = () => {
      desk.connected = true;
      this.#failed = 0;
      this.#wait(SILENT_MS);
    };
    source.onmessage = (event: MessageEvent<string>) => this.#take(event);
    source.onerror = () => this.#again();
  }

  #take(event: MessageEvent<string>): void {
    this.#wait(SILENT_MS);
    const change = JSON.parse(event.data) as Change;
    if (change.type === "session" && !change.value) desk.leave();
    else this.#waiting.push([change, event.lastEventId]);
    if (!this.#together || change.type === "media") this.#draw();
  }

  /** The first change is drawn at once; what follows it closely waits for the next frame. */
  #draw(): void {
    clearTimeout(this.#together);
    this.#together = 0;
    if (!this.#waiting.length) return;
    for (const [change, cursor] of this.#waiting.splice(0)) desk.fold(change, cursor || (desk.views?.cursor ?? ""));
    if (desk.views?.stale) this.#again(0);
    else this.#together = window.setTimeout(() => this.#draw(), TOGETHER_MS);
  }

  /** Comments of the server are not told to scripts, so that silence is judged by opening anew. */
  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#again(0), milliseconds);
  }

  #again(wait = RETRY_MS[Math.min(this.#failed++, RETRY_MS.length - 1)]): void {
    this.#close();
    if (this.#stopped || desk.state !== "open") return;
    if (wait) desk.connected = false;
    this.#timer = window.setTimeout(() => void this.#refresh(), wait);
  }

  async #refresh(): Promise<void> {
    try {
      await desk.refresh();
      if (!this.#stopped) this.#open();
    } catch (error) {
      if (error instanceof Refused && error.status === 401) desk.leave();
      else this.#again();
    }
  }

  #close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#together);
    [this.#waiting, this.#together] = [[], 0];
    this.#source?.close();
    this.#source = null;
  }
}
