// A call with its legs. A further leg with the same desk takes the place of the one before, as after a reload, and so does
// one of a desk to which the call was handed over; one of a third person joins it, as the record says. The caller's further legs have even numbers and the other side's odd
// ones, so that two pages that begin anew at once do not meet on one leg. Two pages of one house, an officer's and an
// interpreter's, speak by legs from 16 on: those stay in the house, and in no record (decisions/0013).

import { Peer, type Path } from "./peer.ts";
import type { End, Media, Outside, Part } from "./voice.ts";

export const LEG_MAX = 15;
export const HOUSE_LEG = 16;
export const HOUSE_LEG_MAX = 31;

/** What a page is in a call beside the officer who holds it. */
export type Beside = "guest" | "taker";

/** What the legs of all calls share. */
export interface House {
  outside: Outside;
  path(): Path;
  voice(): MediaStreamTrack;
  changed(): void;
}

export class Spoken {
  part: Part;
  answered = false;
  held = false;
  /** This page speaks beside the officer who holds the call; null: it is that officer's. */
  beside: Beside | null = null;
  /** We speak in the house only: the other side neither hears nor is heard. */
  aside = false;
  /** Whether a recording is agreed. */
  recording = false;
  readonly peers = new Map<number, Peer>();
  /** Legs of third persons, and the desk to which the other side handed the call. */
  #guests = new Set<number>();
  #holder: string | null = null;
  /** Numbers of legs that the record knows. */
  #known = new Set<number>();
  #fed = new Map<Peer, number>();
  #name: Promise<string>;
  #named: (call: string) => void = () => {};
  #house: House;

  constructor(part: Part, house: House, call?: string) {
    this.part = part;
    this.#house = house;
    this.#name = new Promise((resolve) => (this.#named = resolve));
    if (call !== undefined) this.#named(call);
  }

  /** The call has its id: what waited for it goes out. */
  named(call: string): void {
    this.#named(call);
  }

  get live(): Peer[] {
    return [...this.peers.values()].filter((each) => each.leg.state !== "closed");
  }

  get open(): Peer[] {
    return this.live.filter((each) => each.leg.state === "open");
  }

  /** Those that may be heard now. */
  get audible(): Peer[] {
    return this.aside ? this.open.filter(isInside) : this.open;
  }

  /** The other side's own voice, where an interpreter is in the call too. */
  get originals(): Peer[] {
    const third = this.open.some((each) => isInside(each) || this.#guests.has(each.number));
    if (!third || this.beside !== null) return [];
    return this.open.filter((each) => !isInside(each) && !this.#guests.has(each.number));
  }

  /** Whether a path is missing that this page needs. */
  get lost(): boolean {
    const [inside, outside] = [this.live.some(isInside), this.live.some((each) => !isInside(each))];
    if (this.beside === "guest") return !inside || !outside;
    return this.beside === "taker" ? !inside : !outside;
  }

  /** Begin leg 0 as its caller, or a further one. */
  begin(number = this.next()): Peer | null {
    return number > LEG_MAX ? null : this.#add(number, "offer");
  }

  /** Begin a leg to the officer of our own house. */
  beginInside(): Peer | null {
    const number = Math.max(HOUSE_LEG - 1, ...this.#numbers()) + 1;
    return number > HOUSE_LEG_MAX ? null : this.#add(number, "offer");
  }

  #numbers(): number[] {
    return [...this.peers.keys(), ...this.#known];
  }

  /** Paths in the house are of no more use. */
  endInside(): void {
    for (const each of this.live.filter(isInside)) each.feed({ type: "ended", reason: "left" });
  }

  /** The number of our next leg. */
  next(): number {
    const last = Math.max(-1, ...this.#numbers().filter((each) => each <= LEG_MAX));
    const parity = this.part === "caller" ? 0 : 1;
    return (last + 1) % 2 === parity ? last + 1 : last + 2;
  }

  /** What the record says now; `warm`: an offer for a call that rings here is answered. */
  take(media: Media, warm: boolean): void {
    this.recording = media.sound?.recording ?? false;
    for (const leg of [...media.ends.map((each) => each.leg), ...(media.inside?.legs ?? [])]) this.#known.add(leg);
    this.#holder = media.sound?.holders?.find((each) => each.by !== this.part)?.desk ?? null;
    this.#guestsAre(new Set(media.sound?.guests?.map((each) => each.leg)));
    const answered = new Set(media.ends.filter((each) => each.sdp === "answer").map((each) => each.leg));
    for (const end of media.ends) this.#take(end, !answered.has(end.leg) && this.#mayAnswer(end, warm));
  }

  /** Whoever has left is heard no more, whatever their page still sends. */
  #guestsAre(guests: Set<number>): void {
    for (const leg of this.#guests) if (!guests.has(leg)) this.peers.get(leg)?.feed({ type: "ended", reason: "left" });
    this.#guests = guests;
  }

  #take(end: End, may: boolean): void {
    const peer = this.peers.get(end.leg) ?? (may ? this.#add(end.leg, "answer") : null);
    if (peer === null || peer.leg.role === end.sdp) return;
    peer.desk = end.desk;
    const { fingerprint, description, signed } = end;
    peer.feed({ type: "their_end", now: Date.now(), end: { fingerprint, description, signed } });
    const fed = this.#fed.get(peer) ?? 0;
    this.#fed.set(peer, end.candidates.length);
    if (end.candidates.length > fed) peer.feed({ type: "their_candidates", candidates: end.candidates.slice(fed) });
  }

  /** A first leg is answered while it rings; a further one by the officer's page; none that another page has. */
  #mayAnswer(end: End, warm: boolean): boolean {
    const speaks = this.answered && this.peers.size > 0 && this.beside === null;
    if (end.sdp !== "offer" || (end.leg < HOUSE_LEG && end.by === this.part)) return false;
    return end.leg === 0 ? warm : speaks;
  }

  answer(): void {
    this.answered = true;
    for (const each of this.live) each.feed({ type: "answered", now: Date.now() });
  }

  close(): void {
    for (const each of this.live) each.feed({ type: "ended", reason: "left" });
  }

  #add(number: number, role: "offer" | "answer"): Peer {
    const { outside, path, voice, changed } = this.#house;
    const peer = new Peer(number, role, path(), {
      describe: async (fingerprint, description) => {
        const stated = (role === "offer" || number > 0) && number <= LEG_MAX;
        await outside.describe({ call: await this.#name, leg: number, sdp: role, fingerprint, description, stated });
      },
      name: async (candidates, last) => outside.candidates(await this.#name, number, candidates, last),
      report: async (ours, theirs, checks) => outside.secured(await this.#name, number, { ours, theirs, checks }),
      alarm: (fault) => void this.#name.then((call) => outside.alarm(call, number, fault)),
      voice: () => (this.held || (this.aside && number <= LEG_MAX) ? null : voice()),
      changed: (each) => {
        if (each.leg.state === "open") this.#replace(each);
        changed();
      },
    });
    this.peers.set(number, peer);
    if (this.answered) peer.feed({ type: "answered", now: Date.now() });
    return peer;
  }

  #replace(peer: Peer): void {
    for (const each of this.live) {
      if (each.number < peer.number && this.#isReplaced(each, peer)) each.feed({ type: "ended", reason: "left" });
    }
  }

  #isReplaced(older: Peer, newer: Peer): boolean {
    if (isInside(older) || isInside(newer) || this.#guests.has(older.number) || this.#guests.has(newer.number)) return false;
    return older.desk === newer.desk || newer.desk === this.#holder;
  }
}

/** Whether a leg stays in the house. */
export const isInside = ({ number }: { number: number }): boolean => number >= HOUSE_LEG;
