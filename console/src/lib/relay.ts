// How this page reaches the other side: through the relay of the console's server, with a pass of ten minutes that is
// fetched anew before it runs out. Until the server has said how, no path is built: one that showed where this desk is
// could not be taken back.

import type { VoiceSettings } from "../sound/voice.ts";
import { get, Refused } from "./api.ts";
import { explain } from "./desk.svelte.ts";

interface Reaching {
  servers: RTCIceServer[];
  relay_only: boolean;
  ends_at: number | null;
}

export const AGAIN_MS = 4 * 60_000; // a pass holds for ten minutes
const PAUSE_MS = 2_000;

/** Tells how paths are built, again and again, until it is stopped; `reached` when it is known for the first time. */
export function reaching(set: (path: Partial<VoiceSettings>) => void, reached: () => void): () => void {
  let [timer, stopped, known] = [undefined as ReturnType<typeof setTimeout> | undefined, false, false];
  const next = (pause: number): void => {
    if (!stopped) timer = setTimeout(() => void look(), pause);
  };
  async function look(): Promise<void> {
    try {
      const { servers, relay_only } = await get<Reaching>("/api/relay");
      if (stopped) return;
      set({ ice: servers, relayOnly: relay_only });
      if (!known) reached();
      known = true;
      next(AGAIN_MS);
    } catch (error) {
      if (error instanceof Refused && error.code === "FB547" && !stopped) explain(error);
      next(PAUSE_MS);
    }
  }
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
