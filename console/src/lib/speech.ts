// The voice of this page: what it says goes to the node, and it follows the record of every call that lives. Fetched
// after the first picture.

import { deskOf, live, partOf, soundUp } from "../model/calls.ts";
import type { Call } from "../model/wire.ts";
import { container } from "../sound/container.ts";
import { NodeSound, type Doors } from "../sound/node.ts";
import { CHUNK_MS, type Recording } from "../sound/recorder.ts";
import { WITHOUT_SOUND } from "../sound/voice.ts";
import { Voices } from "../sound/voices.ts";
import { endOf, speak } from "./acts/calls.ts";
import { doStep } from "./acts/house.ts";
import { get, post } from "./api.ts";
import { desk, explain } from "./desk.svelte.ts";
import { outlets } from "./devices.svelte.ts";
import { house } from "./house.svelte.ts";
import { preferences } from "./preferences.svelte.ts";
import { reaching } from "./relay.ts";
import { rungOf, weighing } from "./weighing.ts";
import { words } from "./words.svelte.ts";

/** The call with that id and its line; an id that both sides gave stands for ours. */
export function found(id: string): { line: string; call: Call } | null {
  for (const [line, calls] of Object.entries(desk.views?.calls ?? {})) {
    const same = calls.filter((each) => each.call === id);
    const call = same.find((each) => each.ours) ?? same[0];
    if (call) return { line, call };
  }
  return null;
}

const doors: Doors = {
  get: async (path) => {
    const value = await get(path);
    house.told(value);
    return value;
  },
  post,
  lineOf: (call) => desk.placedOn.get(call) ?? found(call)?.line ?? "",
  state: (line, _what, fields) => {
    const call = found((fields as { call: string }).call)?.call;
    const [part, place] = call ? [partOf(call), house.deskIn(call) ?? deskOf(call)] : (["caller", desk.place] as const);
    return speak(line, part, place, fields as Record<string, string | number>);
  },
  alarm: (_call, _leg, fault) => desk.tell(words.say("call.not_secure"), words.named("sound_fault", fault), true),
  keep: (call, recording) => {
    const file = container(call, recording);
    desk.kept = [...desk.kept, { call, file, seconds: recorded(recording), at: Math.round(desk.now) }];
  },
};

const recorded = ({ sizes }: Recording): number => (sizes.length * CHUNK_MS) / 1_000;

/** Whether this page builds the path of a call while it rings: one to the desk at which it sits. */
function warms(id: string): boolean {
  const call = found(id)?.call;
  if (desk.speaksIn.has(id)) return false;
  return desk.canSign && call !== undefined && !call.ours && live(call) && call.state !== "in call" && call.desk === desk.place;
}

const sound = new NodeSound(doors);
const voices = new Voices(sound, { warms, pushToTalk: preferences.pushToTalk, microphone: preferences.devices.microphone });
sound.voice = voices;
/** Calls that were seen alive, and what was seen of each last. */
const seen = new Map<string, Call["state"]>();

/** Whether the server has said how the other side is reached: before that no path is built. */
let reached = false;
let stop = (): void => {};
let stopWeighing = (): void => {};

/** Calls have a voice as soon as the server has said how the other side is reached. */
export function begin(): void {
  stopWeighing = weighing(voices);
  stop = reaching((path) => voices.set(path), () => {
    reached = true;
    desk.useVoice(voices, (call) => void ask(call));
    outlets.watch();
    follow();
  });
}

/** Nobody is here any more: nothing is heard or sent. */
export function end(): void {
  stopWeighing();
  stop();
  reached = false;
  desk.useVoice(WITHOUT_SOUND, () => {});
  for (const call of [...seen.keys(), ...desk.speaksIn]) voices.close(call);
  seen.clear();
  desk.speaksIn.clear();
}

async function ask(call: string): Promise<void> {
  await sound.signal(call);
  follow();
}

/** What the record says now of every call: to be called whenever it may say something else. */
export function follow(): void {
  if (!reached) return;
  for (const [line, calls] of Object.entries(desk.views?.calls ?? {})) {
    for (const call of calls) {
      const before = seen.get(call.call);
      if (live(call)) took(line, call, before);
      else if (before !== undefined) over(line, call, before);
    }
  }
}

function took(line: string, call: Call, before: Call["state"] | undefined): void {
  seen.set(call.call, call.state);
  if (before === undefined && !call.ours) voices.set({ rung: rungOf(line) });
  if (before === undefined) void ask(call.call);
  if (call.state !== "in call" || house.follow(line, call, doStep)) return;
  if (desk.speaksIn.has(call.call)) {
    if (call.sound?.legs.length) void voices.open(call.call);
  } else if (voices.peers(call.call).some((each) => each.leg.state !== "closed")) {
    voices.close(call.call); // another page of the desk answered: this path is of no use to it
    void ask(call.call);
  }
}

/** Both sides say that a call is over, and both that there was sound: who was hung up on says it too. */
function over(line: string, call: Call, before: Call["state"]): void {
  seen.delete(call.call);
  house.over(call.call);
  voices.close(call.call);
  const speaks = desk.speaksIn.delete(call.call);
  if (speaks && before === "in call" && call.state === "hung up" && soundUp(call)) void endOf(line, call).catch(explain);
}
