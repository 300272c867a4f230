// What colleagues of this house ask of this page in calls, and what this page is in each call.

import type { Ask, Place, Step } from "../model/house.ts";
import { holderOf, nextStep } from "../model/house.ts";
import type { Call } from "../model/wire.ts";
import { desk } from "./desk.svelte.ts";

interface Standing {
  call?: string;
  inside?: { asks: Ask[] };
}

type Do = (line: string, call: Call, step: Step) => void;

class House {
  /** What stands in each call, as far as it concerns this session. */
  #asks = $state.raw<ReadonlyMap<string, readonly Ask[]>>(new Map());
  #places = new Map<string, Place>();

  asksIn(call: string): readonly Ask[] {
    return this.#asks.get(call) ?? [];
  }

  /** Asks of others to us that wait for an answer, with the call. */
  readonly waiting = $derived(
    [...this.#asks].flatMap(([call, asks]) =>
      asks.filter((each) => !each.ours && each.state === "asked").map((ask) => ({ call, ask })),
    ),
  );

  /** The server said how a call stands. */
  told(value: unknown): void {
    const { call, inside } = (value ?? {}) as Standing;
    if (!call || !inside) return;
    if (inside.asks.length === 0 && !this.#asks.has(call)) return;
    this.#asks = new Map([...this.#asks, [call, inside.asks]]);
  }

  /** We have come: the server says so too, perhaps after the record says something else. */
  came(call: string, ask: string): void {
    const asks = this.asksIn(call).map((each) => (each.id === ask ? { ...each, state: "accepted" as const } : each));
    this.#asks = new Map([...this.#asks, [call, asks]]);
  }

  placeIn(call: string): Place {
    return this.#places.get(call) ?? { speaks: false, beside: null, aside: false, leg: null };
  }

  become(call: string, change: Partial<Place>): void {
    this.#places.set(call, { ...this.placeIn(call), ...change });
  }

  over(call: string): void {
    this.#places.delete(call);
    if (!this.#asks.has(call)) return;
    this.#asks = new Map([...this.#asks].filter(([each]) => each !== call));
  }

  /** Act on what is said of a call now; whether this page is beside its officer and no more than that. */
  follow(line: string, call: Call, act: Do): boolean {
    const place = { ...this.placeIn(call.call), speaks: desk.speaksIn.has(call.call) };
    const step = nextStep(call, desk.officer, this.asksIn(call.call), place);
    if (step) act(line, call, step);
    return this.placeIn(call.call).beside !== null;
  }

  /** The desk by which this page speaks in a call; null: that of the call. */
  deskIn(call: Call): string | null {
    if (this.placeIn(call.call).beside !== null) return desk.place || null;
    const holder = holderOf(call);
    return holder?.officer === desk.officer ? holder.desk : null;
  }
}

export const house = new House();
