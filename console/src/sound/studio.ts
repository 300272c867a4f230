// The microphone, the ear and the recorder of this page: one of each, whoever speaks.

import type { Bytes } from "../model/bytes.ts";
import { Ear } from "./ear.ts";
import { Mouth, type Capture, type Microphone } from "./mouth.ts";
import { takeNote, type Taking } from "./note.ts";
import { Recorder, type Recorded, type Recording } from "./recorder.ts";

/** How everything stands now; `apply` makes it so. */
export interface Gates {
  /** Whether a call is open and not held. */
  on: boolean;
  tracks: readonly MediaStreamTrack[];
  /** Those of them that are turned down. */
  soft: ReadonlySet<MediaStreamTrack>;
  muted: boolean;
  talking: boolean;
  pushToTalk: boolean;
  halfDuplex: boolean;
}

export class Studio {
  onchange: (() => void) | null = null;
  #capture: Capture;
  #context: AudioContext | null = null;
  #mouth: Mouth | null = null;
  #ear: Ear | null = null;
  #recorder: Recorder | null = null;

  constructor(capture: Capture) {
    this.#capture = capture;
  }

  get microphone(): Microphone {
    return this.#mouth?.state ?? "none";
  }

  /** What is sent. */
  get track(): MediaStreamTrack {
    return this.#graph().mouth.track;
  }

  /** All that is heard, for whoever measures it. */
  get heard(): AudioNode {
    return this.#graph().ear.mix;
  }

  async wake(): Promise<boolean> {
    const { context } = this.#graph();
    if (context.state !== "running") await context.resume().catch(() => {});
    return context.state === "running";
  }

  /** Take the microphone; `again` for another device. */
  take(device: string, speaker: boolean, again = false): Promise<Microphone> {
    const { context, mouth } = this.#graph();
    void context.resume().catch(() => {});
    return mouth.state === "on" && !again ? Promise.resolve(mouth.state) : mouth.take(device, speaker);
  }

  rest(): void {
    this.#mouth?.release();
  }

  async choose(ear: string): Promise<boolean> {
    return this.#graph().ear.choose(ear).then(() => true, () => false);
  }

  apply({ on, tracks, soft, muted, talking, pushToTalk, halfDuplex }: Gates): void {
    if (!this.#mouth || !this.#ear) return;
    this.#mouth.open = on && !muted && (!pushToTalk || talking);
    this.#ear.deaf = pushToTalk && halfDuplex && talking;
    this.#ear.hear(on ? tracks : [], soft);
  }

  roger(): void {
    this.#mouth?.roger();
  }

  async note(device: string, speaker: boolean): Promise<Taking | null> {
    if ((await this.take(device, speaker)) !== "on") return null;
    return takeNote(this.#graph().mouth.raw);
  }

  /** The notice tone goes out from now on. */
  record(call: Bytes, part: number, tell: (recorded: Recorded) => void): void {
    const { mouth, ear } = this.#graph();
    this.#recorder ??= new Recorder(mouth.mix, ear.mix, call, part, tell);
    mouth.notice(true);
  }

  async stop(): Promise<Recording | null> {
    const recorder = this.#recorder;
    this.#recorder = null;
    this.#mouth?.notice(false);
    return recorder ? recorder.stop() : null;
  }

  #graph(): { context: AudioContext; mouth: Mouth; ear: Ear } {
    this.#context ??= new AudioContext({ latencyHint: "interactive" });
    if (!this.#mouth) {
      this.#mouth = new Mouth(this.#context, this.#capture);
      this.#mouth.onchange = () => this.onchange?.();
    }
    this.#ear ??= new Ear(this.#context);
    return { context: this.#context, mouth: this.#mouth, ear: this.#ear };
  }
}
