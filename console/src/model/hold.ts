// A key or button that has to be held, so that nobody does by accident what cannot be taken back.
//
//     idle --press--> holding --HOLD_MS--> done
//                     holding --release--> idle

export const HOLD_MS = 1_000;

export type Hold = { state: "idle" } | { state: "holding"; since: number } | { state: "done" };

export const IDLE: Hold = { state: "idle" };

/** Repeated presses of a key that is down change nothing. */
export const press = (hold: Hold, now: number): Hold => (hold.state === "idle" ? { state: "holding", since: now } : hold);

export const tick = (hold: Hold, now: number): Hold =>
  hold.state === "holding" && now - hold.since >= HOLD_MS ? { state: "done" } : hold;

/** Letting go too early leaves nothing behind; after the end it makes the key ready again. */
export const release = (hold: Hold, now: number): Hold => (tick(hold, now).state === "done" ? { state: "done" } : IDLE);

/** How much of the time has passed, 0 to 1. */
export function progress(hold: Hold, now: number): number {
  if (hold.state === "idle") return 0;
  return hold.state === "done" ? 1 : Math.min(1, (now - hold.since) / HOLD_MS);
}
