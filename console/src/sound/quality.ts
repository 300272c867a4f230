// How well a call that runs is heard: what got lost on the way, judged over a few seconds and not by one bad moment.

export const EVERY_MS = 3_000;
export const BAD_LOSS = 0.1; // in-band repair hides less than this; above it words go missing
const BAD_WINDOWS = 3; // nine seconds

export interface Count {
  received: number;
  lost: number;
}

export class Meter {
  #before: Count | null = null;
  #shares: number[] = [];

  /** The counts of the connection now, as the browser has added them up since it began. */
  add(now: Count): void {
    const before = this.#before;
    this.#before = now;
    if (!before || now.received < before.received) return;
    const [received, lost] = [now.received - before.received, Math.max(0, now.lost - before.lost)];
    if (received + lost > 0) this.#shares = [...this.#shares, lost / (received + lost)].slice(-BAD_WINDOWS);
  }

  /** Share that was lost of late; 0 while too little is known. */
  get loss(): number {
    return this.#shares.length < BAD_WINDOWS ? 0 : this.#shares.reduce((sum, each) => sum + each, 0) / BAD_WINDOWS;
  }

  get bad(): boolean {
    return this.#shares.length === BAD_WINDOWS && this.#shares.every((each) => each > BAD_LOSS);
  }
}

/** What a connection has received and lost, from the browser's own report. */
export function countOf(report: Iterable<[string, { type: string }]>): Count {
  const all = [...report].map(([, each]) => each).filter((each) => each.type === "inbound-rtp") as RTCInboundRtpStreamStats[];
  const sum = (name: "packetsReceived" | "packetsLost"): number => all.reduce((total, each) => total + (each[name] ?? 0), 0);
  return { received: sum("packetsReceived"), lost: sum("packetsLost") };
}
