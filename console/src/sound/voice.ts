// The voice of a call, as the page needs it. What carries it is `Voices` (voices.ts); without one a call is signed and
// recorded as always, and the page says that it is without sound.
//
// Whoever uses it, in this order. A watch begins: `wake` from a key or a click. We call: `begin`, place the call with
// that media key, `placed`; they call: nothing, the path warms up by itself while it rings, and `mediaKey` goes into
// the officer's answer. The record says that a call of ours is answered: `open`, on the page that placed it and on the
// one that answered it. It is over: `close`. A page that was loaded anew takes the standing of the call, then `resume`.

import type { Voice } from "../model/calls.ts";
import type { Change } from "../model/wire.ts";
import type { Fault, Reason, State } from "./leg.ts";
import type { Microphone } from "./mouth.ts";
import type { Taking } from "./note.ts";
import type { Path } from "./peer.ts";
import type { Recorded, Recording } from "./recorder.ts";
import type { Rung } from "./rungs.ts";
import type { Beside } from "./spoken.ts";

export type Part = "caller" | "callee";

/** One end of a leg, as the record has it. */
export interface End {
  /** From 16 on it stays in the house: the server carries it, and no entry is written. */
  leg: number;
  by: Part;
  sdp: "offer" | "answer";
  fingerprint: string;
  description: string;
  desk: string;
  officer: string;
  /** Whether an officer stands behind the fingerprint. */
  signed: boolean;
  candidates: string[];
  last: boolean;
}

/** How the sound of a call stands, as `call.sound` of the desk socket gives it: all of it, again and again. */
export interface Media {
  ours: boolean;
  ends: End[];
  sound?: {
    /** Whether officers of both sides consent to a recording. */
    recording: boolean;
    /** Third persons, with the legs by which they are heard. */
    guests?: { by: Part; leg: number }[];
    /** Who goes on for a side after a hand-over. */
    holders?: { by: Part; desk: string }[];
  };
  /** Numbers of legs that the house has used. */
  inside?: { legs: number[] };
}

export interface OurEnd {
  call: string;
  leg: number;
  sdp: "offer" | "answer";
  fingerprint: string;
  description: string;
  /** Whether an officer has to sign it; else the node may say it alone, to warm the path up. */
  stated: boolean;
}

/**
 * What the page does for the voice. All but the last two become entries. What fails may be tried again there; a
 * description that is refused ends its leg.
 */
export interface Outside {
  describe(end: OurEnd): Promise<void>;
  candidates(call: string, leg: number, candidates: readonly string[], last: boolean): Promise<void>;
  /** What was found on the live connection; `checks` adds 1 for the description and 2 for the certificate. */
  secured(call: string, leg: number, found: { ours: string; theirs: string; checks: number }): Promise<void>;
  recorded(call: string, recorded: Recorded): Promise<void>;
  /** NOT SECURE: the ear is shut already. */
  alarm(call: string, leg: number, fault: Fault): void;
  /** The recording is over; file and lengths of its chunks are the officer's to keep. */
  keep(call: string, recording: Recording): void;
}

export interface VoiceSettings extends Path {
  /**
   * Whether this page builds the path of a call while it rings: one to its own desk. It tells them how this desk can be
   * reached before anybody answered.
   */
  warms(call: string): boolean;
  /** Take part in a recording that both sides consent to. */
  records: boolean;
  microphone: string;
  /** A loudspeaker stands in the room: echo is taken out. */
  speaker: boolean;
  /** Nothing is sent but while the key is held. */
  pushToTalk: boolean;
  /** Who talks does not hear. */
  halfDuplex: boolean;
  /** While an interpreter is in the call, the other side is softer than they are. */
  consecutive: boolean;
}

export const SETTINGS: VoiceSettings = {
  ice: [], relayOnly: false, rung: "wide", warms: () => true, records: true, microphone: "", speaker: false,
  pushToTalk: false, halfDuplex: false, consecutive: false,
};

export interface LegDetail {
  leg: number;
  state: State;
  /** The desk at the other end. */
  desk: string;
  rung: Rung;
  fault: Fault | null;
  reason: Reason | null;
  fading: boolean;
}

/** What is known beyond `Voice`, for whoever wants to show it. */
export interface Detail {
  legs: LegDetail[];
  microphone: Microphone;
  muted: boolean;
  talking: boolean;
  /** What this page records, chunk by chunk; null when it does not. */
  recorded: Recorded | null;
  /** The line carries one direction at a time. */
  halfDuplex: boolean;
  /** Four groups of digits to be read aloud; empty while a key is missing. */
  aloud: string[];
  /** The call goes on and a leg is missing: `resume` begins another. */
  lost: boolean;
  /** This page speaks beside the officer who holds the call. */
  beside: Beside | null;
}

export interface VoiceLine {
  /** What is known of the voice of a call now; null where it has none. */
  readonly state: Voice | null;
  readonly detail: Detail | null;
  /** Told of every change of `state` or `detail`. */
  onchange: (() => void) | null;
  /** To be called from a key or a click, once a watch; false where the browser gives no sound. */
  wake(): Promise<boolean>;
  /** A `media` change whose key is the call and whose value is `Media`; null when the call is over. */
  take(change: Change): void;
  /** The media key for a call that is about to be placed; null for one without sound. */
  begin(): Promise<string | null>;
  /** It was placed under this id. */
  placed(call: string): void;
  /** It was not. */
  abandon(): void;
  /** The media key for our answer to a call that rings here; null where this page holds no warm path for it. */
  mediaKey(call: string): Promise<string | null>;
  /** The record shows that the call is answered: the voice opens once both checks pass. Once more is nothing new. */
  open(call: string): Promise<void>;
  /** Another leg of a call that goes on: after a reload, or when the path was lost. An officer has to sign for it. */
  resume(call: string): Promise<void>;
  /**
   * As an interpreter: one leg to the other side and one to the officer of our own house. The record is told the number
   * of the first before anything else.
   */
  join(call: string, told: (leg: number) => Promise<unknown>): Promise<void>;
  /** As the one who may take the call over: a leg to the officer of our own house alone. */
  consult(call: string): Promise<void>;
  /** As the one who asked: speak in the house only; the other side neither hears nor is heard. */
  aside(call: string, on: boolean): void;
  /** The record says that the call is ours now: a leg to the other side in place of the one in the house. */
  takeOver(call: string): Promise<void>;
  /** The call is over, or the page is leaving it. */
  close(call: string): void;
  mute(on: boolean): void;
  hold(on: boolean): void;
  /** Push-to-talk: the key is down. */
  talk(on: boolean): void;
  set(settings: Partial<VoiceSettings>): void;
  /** Take a microphone, also the same once more: after it was pulled out. */
  retake(microphone: string): void;
  /** Another headset; false where it is gone. */
  choose(ear: string): Promise<boolean>;
  /** A voice note from the microphone; null where there is none. */
  note(): Promise<Taking | null>;
}

export const WITHOUT_SOUND: VoiceLine = {
  state: null,
  detail: null,
  onchange: null,
  async wake() {
    return false;
  },
  take() {},
  async begin() {
    return null;
  },
  placed() {},
  abandon() {},
  async mediaKey() {
    return null;
  },
  async open() {},
  async resume() {},
  async join() {},
  async consult() {},
  aside() {},
  async takeOver() {},
  close() {},
  mute() {},
  hold() {},
  talk() {},
  set() {},
  retake() {},
  async choose() {
    return false;
  },
  async note() {
    return null;
  },
};
