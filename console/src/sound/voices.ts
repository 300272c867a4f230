// All calls that this page speaks in. Only one is heard at a time; whoever opens another holds the first.

import { fromHex } from "../model/bytes.ts";
import type { Voice } from "../model/calls.ts";
import type { Change } from "../model/wire.ts";
import { aloud } from "./aloud.ts";
import { fromDevices, type Capture } from "./mouth.ts";
import type { Taking } from "./note.ts";
import type { Peer } from "./peer.ts";
import type { Recorded } from "./recorder.ts";
import { isHalfDuplex } from "./rungs.ts";
import { isInside, Spoken, type Beside, type House } from "./spoken.ts";
import { Studio } from "./studio.ts";
import { SETTINGS, type Detail, type Media, type Outside, type VoiceLine, type VoiceSettings } from "./voice.ts";

const TOLD_CHUNKS = 60; // how often the record is told how long a recording is

export class Voices implements VoiceLine {
  onchange: (() => void) | null = null;
  settings: VoiceSettings = SETTINGS;
  readonly studio: Studio;
  #outside: Outside;
  #house: House;
  #calls = new Map<string, Spoken>();
  #placing: Spoken | null = null;
  #current: string | null = null;
  /** The call that is recorded. */
  #recording: string | null = null;
  #recorded: Recorded | null = null;
  #muted = false;
  #talking = false;
  #keys = "";
  #digits: string[] = [];

  constructor(outside: Outside, settings: Partial<VoiceSettings> = {}, capture: Capture = fromDevices) {
    this.#outside = outside;
    this.studio = new Studio(capture);
    this.studio.onchange = () => this.onchange?.();
    const changed = (): void => this.#changed();
    this.#house = { outside, changed, path: () => this.settings, voice: () => this.studio.track };
    this.set(settings);
  }

  get #spoken(): Spoken | null {
    return this.#calls.get(this.#current ?? "") ?? null;
  }

  /** The line carries one direction at a time, so that one talks with the key held. */
  get #half(): boolean {
    return this.#spoken?.open.some((each) => isHalfDuplex(each.rung)) ?? false;
  }

  get state(): Voice | null {
    const [spoken, call] = [this.#spoken, this.#current];
    if (!spoken || !call) return null;
    const failed = spoken.live.some((each) => each.leg.state === "muted");
    return {
      call,
      check: failed ? "failed" : spoken.open.length > 0 ? "passed" : "pending",
      held: spoken.held,
      consulting: spoken.aside || spoken.beside === "taker",
      joined: Math.max(0, spoken.open.length - 1),
      degraded: spoken.open.some((each) => each.rung !== "wide" || each.fading),
    };
  }

  get detail(): Detail | null {
    const spoken = this.#spoken;
    if (!spoken) return null;
    return {
      legs: [...spoken.peers.values()].map(({ number, leg, desk, rung, fading }) => ({
        leg: number, state: leg.state, desk, rung, fault: leg.fault, reason: leg.reason, fading,
      })),
      microphone: this.studio.microphone,
      muted: this.#muted,
      talking: this.#talking,
      recorded: this.#recorded,
      aloud: this.#digits,
      lost: spoken.answered && spoken.lost,
      halfDuplex: this.#half,
      beside: spoken.beside,
    };
  }

  /** The legs of a call, for whoever measures them. */
  peers(call: string): Peer[] {
    return [...(this.#calls.get(call)?.peers.values() ?? [])];
  }

  wake(): Promise<boolean> {
    return this.studio.wake();
  }

  set(settings: Partial<VoiceSettings>): void {
    const before = this.settings;
    this.settings = { ...before, ...settings };
    const other = before.microphone !== this.settings.microphone || before.speaker !== this.settings.speaker;
    if (other && this.studio.microphone !== "none") this.#take(true);
    this.#apply();
  }

  retake(microphone: string): void {
    this.settings = { ...this.settings, microphone };
    this.#take(true);
  }

  choose(ear: string): Promise<boolean> {
    return this.studio.choose(ear);
  }

  async begin(): Promise<string | null> {
    this.abandon();
    const spoken = (this.#placing = new Spoken("caller", this.#house));
    this.#take();
    return (await spoken.begin()?.key()) ?? null;
  }

  placed(call: string): void {
    const spoken = this.#placing;
    if (!spoken) return;
    this.#placing = null;
    this.#calls.set(call, spoken);
    if (!this.#spoken?.answered) this.#current = call;
    spoken.named(call);
    this.#changed();
  }

  abandon(): void {
    this.#placing?.close();
    this.#placing = null;
    this.#rest();
  }

  async mediaKey(call: string): Promise<string | null> {
    const peer = this.#calls.get(call)?.live.find((each) => each.leg.state !== "muted");
    if (!peer) return null;
    this.#take();
    return peer.key();
  }

  take({ type, key, value }: Change): void {
    if (type !== "media" || typeof key !== "string") return;
    if (value === null || value === undefined) return this.close(key);
    const media = value as Media;
    const known = this.#calls.get(key) ?? new Spoken(media.ours ? "caller" : "callee", this.#house, key);
    this.#calls.set(key, known);
    known.take(media, this.settings.warms(key));
    this.#changed();
  }

  async open(call: string): Promise<void> {
    const spoken = this.#calls.get(call);
    if (!spoken || spoken.answered || (spoken.part === "caller" && spoken.peers.size === 0)) return;
    this.#speakIn(call, spoken);
    if (spoken.live.length === 0 && spoken.part === "callee") spoken.begin();
    this.#changed();
  }

  async resume(call: string): Promise<void> {
    const spoken = this.#calls.get(call);
    if (!spoken) return;
    this.#speakIn(call, spoken);
    spoken.begin();
    this.#changed();
  }

  async join(call: string, told: (leg: number) => Promise<unknown>): Promise<void> {
    const spoken = this.#beside(call, "guest");
    if (!spoken) return;
    const leg = spoken.next();
    await told(leg);
    if (this.#calls.get(call) !== spoken) return;
    this.#speakIn(call, spoken);
    spoken.begin(leg);
    spoken.beginInside();
    this.#changed();
  }

  async consult(call: string): Promise<void> {
    const spoken = this.#beside(call, "taker");
    if (!spoken) return;
    this.#speakIn(call, spoken);
    spoken.beginInside();
    this.#changed();
  }

  /** Begin anew beside the officer who holds the call. */
  #beside(call: string, as: Beside): Spoken | null {
    const spoken = this.#calls.get(call);
    if (!spoken) return null;
    spoken.close();
    spoken.beside = as;
    return spoken;
  }

  aside(call: string, on: boolean): void {
    const spoken = this.#calls.get(call);
    if (!spoken || spoken.aside === on) return;
    spoken.aside = on;
    if (!on) spoken.endInside();
    this.#changed();
  }

  async takeOver(call: string): Promise<void> {
    const spoken = this.#calls.get(call);
    if (!spoken) return;
    spoken.beside = null;
    spoken.endInside();
    await this.resume(call);
  }

  close(call: string): void {
    const spoken = this.#calls.get(call);
    if (!spoken) return;
    this.#calls.delete(call);
    spoken.close();
    if (this.#current === call) this.#current = [...this.#calls].find(([, each]) => each.answered)?.[0] ?? null;
    this.#changed();
    this.#rest();
  }

  mute(on: boolean): void {
    this.#muted = on;
    this.#changed();
  }

  hold(on: boolean): void {
    const spoken = this.#spoken;
    if (!spoken) return;
    spoken.held = on;
    this.#changed();
  }

  talk(on: boolean): void {
    const over = this.#talking && !on && (this.settings.pushToTalk || this.#half);
    this.#talking = on;
    this.#changed();
    if (over && this.#spoken?.open.length) this.studio.roger();
  }

  async note(): Promise<Taking | null> {
    const taking = await this.studio.note(this.settings.microphone, this.settings.speaker);
    void taking?.ended.then(() => this.#rest());
    return taking;
  }

  #speakIn(call: string, spoken: Spoken): void {
    for (const [each, other] of this.#calls) if (each !== call && other.answered) other.held = true;
    this.#current = call;
    spoken.held = false;
    this.#take();
    spoken.answer();
  }

  #take(again = false): void {
    void this.studio.take(this.settings.microphone, this.settings.speaker, again);
  }

  /** The microphone is let go when nobody speaks. */
  #rest(): void {
    const speaking = [...this.#calls.values()].some((each) => each.live.length > 0);
    if (!speaking && !this.#placing) this.studio.rest();
  }

  #changed(): void {
    this.#apply();
    void this.#record();
    void this.#read();
    this.onchange?.();
  }

  #apply(): void {
    const open = this.#spoken?.audible ?? [];
    const [{ pushToTalk, halfDuplex, consecutive }, half] = [this.settings, this.#half];
    const soft = consecutive ? (this.#spoken?.originals ?? []) : [];
    this.studio.apply({
      on: open.length > 0 && this.#spoken?.held === false,
      tracks: open.flatMap((each) => each.track ?? []),
      soft: new Set(soft.flatMap((each) => each.track ?? [])),
      muted: this.#muted, talking: this.#talking, pushToTalk: pushToTalk || half, halfDuplex: halfDuplex || half,
    });
    for (const each of this.#calls.values()) for (const peer of each.open) peer.speak();
  }

  /** A recording runs while both sides consent and the call is open, and stops at once when one does not. */
  async #record(): Promise<void> {
    const [spoken, call] = [this.#spoken, this.#current];
    const wanted = this.settings.records && spoken?.recording === true && spoken.open.length > 0 ? call : null;
    const before = this.#recording;
    if (wanted === before) return;
    this.#recording = wanted;
    this.#recorded = null;
    const stopped = before !== null ? await this.studio.stop() : null;
    if (stopped && before !== null) {
      await this.#outside.recorded(before, stopped.recorded).catch(() => {});
      this.#outside.keep(before, stopped);
    }
    if (wanted === null || spoken === null || this.#recording !== wanted) return;
    this.studio.record(fromHex(wanted), spoken.part === "caller" ? 1 : 2, (recorded) => this.#chunk(wanted, recorded));
  }

  #chunk(call: string, recorded: Recorded): void {
    this.#recorded = recorded;
    if (recorded.chunks % TOLD_CHUNKS === 0) void this.#outside.recorded(call, recorded).catch(() => {});
    this.onchange?.();
  }

  async #read(): Promise<void> {
    const leg = this.#spoken?.open.find((each) => !isInside(each))?.leg;
    const keys = leg ? `${this.#current} ${leg.ours} ${leg.live}` : "";
    if (keys === this.#keys) return;
    this.#keys = keys;
    const digits = leg?.ours && leg.live && this.#current ? await aloud(this.#current, leg.ours, leg.live) : [];
    if (keys !== this.#keys) return;
    this.#digits = digits;
    this.onchange?.();
  }
}
