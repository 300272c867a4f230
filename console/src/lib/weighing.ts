// How well the other side is heard in the call of this page, on its newest leg, looked at every few seconds.

import { countOf, EVERY_MS, Meter } from "../sound/quality.ts";
import { probeOf, reachOf, spoken, type Rung } from "../sound/rungs.ts";
import type { Voices } from "../sound/voices.ts";
import { desk } from "./desk.svelte.ts";

/** What a line can carry of speech, as far as its node knows. */
export const rungOf = (line: string): Rung => spoken(reachOf(probeOf(desk.views?.lines[line]?.carried)));

/** Look until the answer is called. */
export function weighing(voices: Voices): () => void {
  let of = "";
  let meter = new Meter();
  const timer = setInterval(() => void weigh(), EVERY_MS);
  return () => clearInterval(timer);

  async function weigh(): Promise<void> {
    const call = voices.state?.call;
    const peer = call === undefined ? undefined : voices.peers(call).findLast((each) => each.leg.state === "open");
    if (call === undefined || !peer) return void (desk.weak = null);
    const name = `${call} ${peer.number}`;
    if (of !== name) [of, meter] = [name, new Meter()];
    meter.add(countOf(await peer.stats()));
    desk.weak = meter.bad || peer.fading ? { call, loss: meter.loss, rung: peer.rung } : null;
  }
}
