// What a voice says, as requests to the console's server, each of which is a verb of the desk socket; and what the
// record says of a call's sound, asked for again after every signal. One standing says all, so that no signal has to
// arrive and none is feared twice.

import type { Change } from "../model/wire.ts";
import { HOUSE_LEG } from "./spoken.ts";
import type { Media, Outside, OurEnd, VoiceLine } from "./voice.ts";

/** What the page lends: its requests, its officer's signature, and where alarms and files go. */
export interface Doors extends Pick<Outside, "alarm" | "keep"> {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  /** Prepare, sign with the officer's key and bring; false or an error where it was not signed. */
  state(line: string, what: "call.speak", fields: object): Promise<boolean>;
  /** The name of the line on which a call is. */
  lineOf(call: string): string;
}

const PAUSES_MS = [200, 500, 1_000, 2_000, 4_000]; // a node that restarts is back within them

export class NodeSound implements Outside {
  voice: VoiceLine | null = null;
  readonly alarm: Outside["alarm"];
  readonly keep: Outside["keep"];
  #doors: Doors;
  /** Calls that are being asked about, and whether to ask once more. */
  #asking = new Map<string, boolean>();

  constructor(doors: Doors) {
    this.#doors = doors;
    this.alarm = (call, leg, fault) => doors.alarm(call, leg, fault);
    this.keep = (call, recording) => doors.keep(call, recording);
  }

  async describe({ call, leg, sdp, fingerprint, description, stated }: OurEnd): Promise<void> {
    const fields = { leg, sdp, fingerprint, description };
    if (!stated) return void (await this.#post(call, leg, "media", fields));
    const done = await this.#doors.state(this.#doors.lineOf(call), "call.speak", { call, ...fields });
    if (!done) throw new Error("not signed");
  }

  async candidates(call: string, leg: number, candidates: readonly string[], last: boolean): Promise<void> {
    await this.#post(call, leg, "candidates", { leg, candidates, last });
  }

  async secured(call: string, leg: number, { ours, theirs, checks }: Parameters<Outside["secured"]>[2]): Promise<void> {
    if (leg >= HOUSE_LEG) return;
    const matches = { description_matches: (checks & 1) !== 0, certificate_matches: (checks & 2) !== 0 };
    await this.#insist(() => this.#post(call, leg, "secured", { leg, ours, theirs, ...matches }));
  }

  async recorded(call: string, { chunks, bytes, last, ended }: Parameters<Outside["recorded"]>[1]): Promise<void> {
    await this.#insist(() => this.#post(call, 0, "recorded", { chunks, size_bytes: bytes, last, ended }));
  }

  /** A signal of the server, or a page that begins: how does the sound of this call stand? */
  async signal(call: string): Promise<void> {
    if (this.#asking.has(call)) return void this.#asking.set(call, true);
    do {
      this.#asking.set(call, false);
      const value = await this.#doors.get(this.#path(call, "sound")).catch(() => undefined);
      if (value !== undefined) this.voice?.take({ type: "media", key: call, value: value as Media } satisfies Change);
    } while (this.#asking.get(call));
    this.#asking.delete(call);
  }

  #path(call: string, what: string): string {
    return `/api/lines/${encodeURIComponent(this.#doors.lineOf(call))}/calls/${call}/${what}`;
  }

  /** Legs inside the house go by paths of their own: no entry is made of them. */
  #post(call: string, leg: number, what: string, body: object): Promise<unknown> {
    return this.#doors.post(this.#path(call, leg >= HOUSE_LEG ? `inside/${what}` : what), body);
  }

  /** What is evidence is said again while the server cannot be reached. */
  async #insist(say: () => Promise<unknown>): Promise<void> {
    for (const pause of PAUSES_MS) {
      try {
        return void (await say());
      } catch (error) {
        if (!isAway(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    await say();
  }
}

/** A refusal of the page's requests (lib/api.ts) for which nobody is to blame. */
const isAway = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "status" in error && (error.status === 0 || error.status === 503);
