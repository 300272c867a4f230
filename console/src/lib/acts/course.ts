// What a person does about a call beside speaking: recording it, and writing down with the other side what was said.

import type { Call, Consent, Minutes } from "../../model/wire.ts";
import type { Waiting } from "../../model/breakin.ts";
import { partOf } from "../../model/calls.ts";
import { ofLine, post } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { answer } from "./calls.ts";
import { act, state } from "./signing.ts";

/** Ask for a recording, or consent to one; the signature is given after a look at all of it. */
export const consentTo = (line: string, call: Call, consent: Exclude<Consent, "withdrawn">): Promise<boolean> =>
  act(async () => {
    desk.voice.set({ records: true });
    return state(line, "call.record", { call: call.call, consent });
  });

/**
 * No recording, or no more. This page stops before anything is signed; what is signed needs no second look, since it
 * takes nothing on. Its number only counts what this side has said.
 */
export const withdrawConsent = (line: string, call: Call): Promise<boolean> =>
  act(async () => {
    desk.voice.set({ records: false });
    const expected = { call: call.call, by: partOf(call), number: null, consent: "withdrawn" };
    return state(line, "call.record", { call: call.call, consent: "withdrawn" }, { expected });
  });

export const proposeMinutes = (line: string, call: string, text: string): Promise<boolean> =>
  act(() => state(line, "call.minutes", { call, text: text.trim().normalize("NFC") }));

/** The review shows the hash that is signed; the text under it is what the page shows above. */
export const agreeToMinutes = (line: string, call: string, minutes: Minutes): Promise<boolean> =>
  act(() => state(line, "call.minutes", { call, agrees: minutes.hash }));

/** The call waits: nothing is heard or sent here at once, and both records say so. It is never ended by this. */
export const holdSpoken = (line: string, call: Call): Promise<boolean> =>
  act(async () => {
    desk.voice.hold(true);
    await post(ofLine(line, `calls/${call.call}/hold`), {});
  });

/** Take a call that rings beside the one that is spoken: that one is held first, and goes on afterwards. */
export async function answerBeside({ line, call }: Waiting): Promise<void> {
  const spoken = desk.call.call;
  if (spoken && desk.voice.state?.call === spoken.call && !desk.voice.state.held) await holdSpoken(desk.status?.name ?? "", spoken);
  desk.choose(line);
  await answer(call);
}
