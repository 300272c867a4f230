// More than one officer in a call: an interpreter comes and goes, a colleague takes the call over, a call is held.

import { fromHex, toHex } from "../../model/bytes.ts";
import { deskOf } from "../../model/calls.ts";
import { guestsOf, interpreterNamed, isHeldBy, isOurGuest, type Ask, type Colleague, type Guest, type Step } from "../../model/house.ts";
import type { Call } from "../../model/wire.ts";
import { get, ofLine, post } from "../api.ts";
import { desk, explain } from "../desk.svelte.ts";
import { house } from "../house.svelte.ts";
import { words } from "../words.svelte.ts";
import { act, key } from "./signing.ts";

const of = (line: string, call: string, rest: string): string => ofLine(line, `calls/${call}/${rest}`);
const ended = (line: string, call: string, ask: Ask): Promise<unknown> => post(of(line, call, `inside/asks/${ask.id}/end`));

export const colleagues = async (line: string, call: string): Promise<Colleague[]> =>
  (await get<{ people: Colleague[] }>(of(line, call, "inside/people"))).people;

export const askIn = (line: string, call: string, to: string, want: Ask["want"]): Promise<boolean> =>
  act(() => post<void>(of(line, call, "inside/asks"), { to, want }));

export const refuseAsk = (line: string, call: string, ask: Ask): Promise<boolean> =>
  act(() => post<void>(of(line, call, `inside/asks/${ask.id}/refuse`)));

export const endAsk = (line: string, call: string, ask: Ask): Promise<boolean> =>
  act(() => ended(line, call, ask).then(() => undefined));

/** Come into a call as asked; also once more, when the path was lost or the page was loaded anew. */
export const come = (line: string, call: string, ask: Ask): Promise<boolean> =>
  act(async () => {
    key();
    if (ask.state === "asked") await post(of(line, call, `inside/asks/${ask.id}/accept`));
    house.came(call, ask.id);
    if (ask.want === "take") {
      house.become(call, { beside: "taker", leg: null });
      return desk.voice.consult(call);
    }
    await interpret(line, call);
  });

/** A leg has one third person, so that whoever comes anew leaves by the old one first. */
async function interpret(line: string, call: string): Promise<void> {
  const who = interpreterNamed(desk.officer);
  for (const each of known(line, call).filter((guest) => guest.who === who)) await left(line, call, each);
  house.become(call, { beside: "guest", leg: null });
  await desk.voice.join(call, async (leg) => {
    await post(of(line, call, "join"), { leg, who });
    house.become(call, { beside: "guest", leg: null });
    await shown(() => known(line, call).some((each) => each.leg === leg));
    house.become(call, { leg });
  });
}

function known(line: string, id: string): Guest[] {
  const call = desk.views?.calls[line]?.find((each) => each.call === id);
  return call ? guestsOf(call).filter((each) => isOurGuest(call, each)) : [];
}

const left = (line: string, call: string, { leg, who }: Guest): Promise<unknown> => post(of(line, call, "leave"), { leg, who });

const LOOK_MS = 50;
const PATIENCE_MS = 20_000;

async function shown(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS && !holds(); waited += LOOK_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** The officer lets an interpreter of ours go, or the interpreter leaves. */
export const letGo = (line: string, call: string, guest: Guest): Promise<boolean> =>
  act(async () => {
    await left(line, call, guest);
    const meant = (ask: Ask): boolean => !ask.ours || interpreterNamed(ask.officer) === guest.who;
    const asks = house.asksIn(call).filter((each) => each.want === "interpret" && each.state === "accepted");
    for (const each of asks.filter(meant)) await ended(line, call, each);
  });

/** The voice first: what the record says of it may come a little later. */
export const holdCall = (line: string, call: Call, on: boolean): Promise<boolean> =>
  act(async () => {
    desk.voice.hold(on);
    if (isHeldBy(call, true) !== on) await post(of(line, call.call, on ? "hold" : "resume"));
  });

/** The officer who gives a call signs; the colleague who has come signs next. */
export const giveCall = (line: string, call: Call, ask: Ask): Promise<boolean> =>
  act(async () => {
    const { signedHandOver } = await import("./handing.ts");
    const body = await signedHandOver(line, call.call, ask.desk || deskOf(call));
    if (body === null) return false;
    await post(of(line, call.call, `inside/asks/${ask.id}/signed`), { body: toHex(body) });
    return true;
  });

export const takeCall = (line: string, call: Call, ask: Ask): Promise<boolean> =>
  act(async () => {
    const { relievedHandOver } = await import("./handing.ts");
    return relievedHandOver(line, call.call, fromHex(ask.body));
  });

// What follows from what the record and the house say.

const STEPS: Record<Step, (line: string, call: Call) => Promise<unknown>> = {
  async aside(line, call) {
    house.become(call.call, { aside: true });
    desk.voice.aside(call.call, true);
    if (!isHeldBy(call, true)) await post(of(line, call.call, "hold"));
  },
  async back(line, call) {
    house.become(call.call, { aside: false });
    desk.voice.aside(call.call, false);
    if (isHeldBy(call, true)) await post(of(line, call.call, "resume"));
  },
  async give(line, call) {
    house.become(call.call, { aside: false });
    desk.speaksIn.delete(call.call);
    desk.voice.close(call.call);
    desk.tell(words.say("third.given"));
    for (const each of house.asksIn(call.call)) if (each.ours) await ended(line, call.call, each);
  },
  async take_over(line, call) {
    house.become(call.call, { beside: null, leg: null });
    desk.speaksIn.add(call.call);
    await desk.voice.takeOver(call.call);
    await shown(() => desk.voice.state?.call === call.call && desk.voice.state.check === "passed");
    if (isHeldBy(call, true)) await post(of(line, call.call, "resume"));
  },
  async leave(line, call) {
    const { leg } = house.placeIn(call.call);
    house.become(call.call, { beside: null, leg: null });
    desk.voice.close(call.call);
    for (const each of known(line, call.call)) if (each.leg === leg) await left(line, call.call, each);
  },
};

export const doStep = (line: string, call: Call, step: Step): void => void STEPS[step](line, call).catch(explain);
