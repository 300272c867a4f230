// What a person does in a call.

import { soundUp, type Pending } from "../../model/calls.ts";
import type { Call } from "../../model/wire.ts";
import { ofLine, post } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { act, key, state } from "./signing.ts";

const lineOfCall = (): string => desk.status?.name ?? "";

async function pending(call: Call, what: Pending["what"], work: () => Promise<boolean | void>): Promise<boolean> {
  desk.pending = { call: call.call, what };
  const done = await act(work);
  if (!done && desk.pending?.call === call.call) desk.pending = null;
  return done;
}

export const placeCall = (line: string, toDesk: string, level: string, subject: string): Promise<boolean> =>
  act(async () => {
    const media = desk.canSign ? await desk.voice.begin() : null;
    const fields = { desk: toDesk, from_desk: desk.place, precedence: level, subject };
    try {
      const path = ofLine(line, "calls");
      const { call } = await post<{ call: string }>(path, media ? { ...fields, media_key: media } : fields);
      desk.speaksIn.add(call);
      desk.placedOn.set(call, line);
      desk.voice.placed(call);
    } catch (error) {
      desk.voice.abandon();
      throw error;
    }
  });

export const answer = (call: Call): Promise<boolean> =>
  pending(call, "answer", async () => {
    desk.speaksIn.add(call.call); // from here on no path warms up whose key the answer would not name
    let done = false;
    try {
      const media = await desk.voice.mediaKey(call.call);
      const fields = { call: call.call, desk: call.desk, ...(media ? { media_key: media } : {}) };
      done = await state(lineOfCall(), "answer", fields, { expected: fields });
    } finally {
      if (!done) desk.speaksIn.delete(call.call);
    }
    return done;
  });

/**
 * Stand behind the key by which this page speaks. It was made here and is compared here, so that a second look at it
 * would show a person nothing.
 */
export function speak(line: string, by: string, place: string, fields: Record<string, string | number>): Promise<boolean> {
  const { leg, ...rest } = fields;
  const own = { ...rest, by, desk: place, ...(leg ? { leg: String(leg) } : {}) };
  const expected = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)]));
  return act(() => state(line, "call.speak", { ...fields, desk: place }, { expected }));
}

/** Go on speaking in a call, by another path: after a reload, or when the path was lost. */
export const resumeSound = (call: Call): Promise<boolean> =>
  act(async () => {
    key();
    desk.speaksIn.add(call.call);
    await desk.voice.resume(call.call);
  });

export interface Reason {
  reason: string;
  text: string;
  callBackAt: number | null;
}

export const decline = (call: Call, why: Reason): Promise<boolean> =>
  pending(call, "decline", () =>
    state(lineOfCall(), "decline", {
      call: call.call, desk: call.desk, reason: why.reason.replaceAll("_", "-"),
      ...(why.text ? { text: why.text } : {}),
      ...(why.callBackAt ? { call_back_at: why.callBackAt } : {}),
    }),
  );

export const busy = (call: Call): Promise<boolean> =>
  pending(call, "busy", () =>
    state(lineOfCall(), "busy", { call: call.call }, { expected: { call: call.call, desk: call.desk } }),
  );

export const withdraw = (call: Call): Promise<boolean> =>
  pending(call, "withdraw", () => post<void>(ofLine(lineOfCall(), `calls/${call.call}/withdraw`)));

export const hangUp = (call: Call): Promise<boolean> =>
  pending(call, "hangup", async () => {
    desk.voice.close(call.call);
    desk.speaksIn.delete(call.call);
    await endOf(lineOfCall(), call);
  });

/** Both sides say that a call is over, and whether there was sound. */
export const endOf = (line: string, call: Call): Promise<unknown> =>
  post(ofLine(line, `calls/${call.call}/hangup`), { media_up: soundUp(call) });
