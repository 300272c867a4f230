// How much sound a line carries. The rung is chosen before the call, from what the line's own probe measured, and by
// cause: a thin line gets few and long packets, a lossy but wide one keeps short packets with repair in them, since
// each lost packet of 60 ms costs three times as much speech.

export type Rung = "wide" | "low" | "half";
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
  // One speaks at a time: nothing is sent in the pauses.
  half: { fmtp: "minptime=120;useinbandfec=0;maxaveragebitrate=6000;usedtx=1;stereo=0", frame: 120, rate: 6_000 },
};

export interface Probe {
  /** What the line carries each way, the worse of the two; null: not known. */
  kilobits: number | null;
  /** Share of packets that are lost, 0 to 1. */
  loss: number;
}

/** From the most to the least; what both ends can carry is the lower of theirs. */
export const REACHES: readonly Reach[] = ["wide", "low", "half", "note", "text"];
export const WIDE_KILOBITS = 60; // 50 on the wire, and some air
export const LOW_KILOBITS = 13; // 12 on the wire
export const HALF_KILOBITS = 9.5; // 8.7 on the wire
export const LOSS_MAX = 0.35; // beyond it no rung is understood

/** What a node has measured of a line, as far as a call is concerned. */
export const probeOf = (carried: { kilobits: number; loss: number | null } | null | undefined): Probe => ({
  kilobits: carried?.kilobits ?? null, loss: carried?.loss ?? 0,
});

export function reachOf({ kilobits, loss }: Probe): Reach {
  if (kilobits !== null && kilobits < 1) return "text";
  if (loss > LOSS_MAX || (kilobits !== null && kilobits < HALF_KILOBITS)) return "note";
  if (kilobits === null || kilobits >= WIDE_KILOBITS) return "wide";
  return kilobits < LOW_KILOBITS ? "half" : "low";
}

const place = (reach: Reach): number => REACHES.indexOf(reach);

/** The lower of two: what both ends can carry. */
export const lower = <T extends Reach>(one: T, other: T): T => (place(one) > place(other) ? one : other);

export const isAbove = (one: Reach, other: Reach): boolean => place(one) < place(other);

/** Whether a call is spoken by it; else the voice is stored and sent, or it is written. */
export const isSpoken = (reach: Reach): reach is Rung => reach !== "note" && reach !== "text";

/** A rung for a page that has to have one, whatever the line reaches. */
export const spoken = (reach: Reach): Rung => (isSpoken(reach) ? reach : "half");

/** What is left when a rung is not understood. */
export const below = (rung: Rung): Reach => REACHES[place(rung) + 1] as Reach;

/** Who talks does not hear: the line carries one direction at a time. */
export const isHalfDuplex = (rung: Rung): boolean => rung === "half";
