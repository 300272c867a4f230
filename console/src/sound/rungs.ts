// How much sound a line carries. The rung is chosen before the call, from what the line's own probe measured, and by
// cause: a thin line gets few and long packets, a lossy but wide one keeps short packets with repair in them, since
// each lost packet of 60 ms costs three times as much speech.

export type Rung = "wide" | "low";
export type Reach = Rung | "note" | "text";

interface Asking {
  /** Parameters of Opus (RFC 7587). */
  fmtp: string;
  /** Milliseconds of sound in one packet. */
  frame: number;
  /** Bits a second that the encoder may use; null: as it likes. */
  rate: number | null;
}

export const RUNGS: Readonly<Record<Rung, Asking>> = {
  wide: { fmtp: "minptime=10;useinbandfec=1", frame: 20, rate: null },
  low: { fmtp: "minptime=60;useinbandfec=0;maxaveragebitrate=6000;stereo=0", frame: 60, rate: 6_000 },
};

export interface Probe {
  /** What the line carries each way, the worse of the two; null: not known. */
  kilobits: number | null;
  /** Share of packets that are lost, 0 to 1. */
  loss: number;
}

export const WIDE_KILOBITS = 60; // 50 on the wire, and some air
export const LOW_KILOBITS = 13; // 12 on the wire
export const LOSS_MAX = 0.35; // beyond it no rung is understood

export function reachOf({ kilobits, loss }: Probe): Reach {
  if (kilobits !== null && kilobits < 1) return "text";
  if (loss > LOSS_MAX || (kilobits !== null && kilobits < LOW_KILOBITS)) return "note";
  return kilobits !== null && kilobits < WIDE_KILOBITS ? "low" : "wide";
}

/** The lower of two: what both ends can carry. */
export const lower = (one: Rung, other: Rung): Rung => (one === "low" || other === "low" ? "low" : "wide");

/** Below this a call is half-duplex: who talks does not hear. */
export const isHalfDuplex = ({ kilobits }: Probe): boolean => kilobits !== null && kilobits < 2 * LOW_KILOBITS;
