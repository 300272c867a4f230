// The voice of a call, as the page needs it. What carries it stands behind this interface; without one a call is
// signed and recorded as always, and the page says that it is without sound.

import type { Voice } from "../model/calls.ts";
import type { Change } from "../model/wire.ts";

export interface VoiceLine {
  /** What is known of the voice of a call now; null where it has none. */
  readonly state: Voice | null;
  /** Told of every change of `state`. */
  onchange: (() => void) | null;
  /** A `media` change of the server. */
  take(change: Change): void;
  /** SHA-256 of our media key for a call that we place or answer, in hexadecimal; null for a call without sound. */
  mediaKey(call: string): Promise<string | null>;
  /** The record shows that the call is answered: the voice may open once both checks pass. */
  open(call: string): Promise<void>;
  /** The call is over, or the page is leaving it. */
  close(call: string): void;
  mute(on: boolean): void;
  hold(on: boolean): void;
  /** Push-to-talk: the key is down. */
  talk(on: boolean): void;
}

export const WITHOUT_SOUND: VoiceLine = {
  state: null,
  onchange: null,
  take() {},
  async mediaKey() {
    return null;
  },
  async open() {},
  close() {},
  mute() {},
  hold() {},
  talk() {},
};
