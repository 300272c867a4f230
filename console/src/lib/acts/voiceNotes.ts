// Leaving a voice note, and fetching one to listen to it.

import { fromHex, sha256, toHex, type Bytes } from "../../model/bytes.ts";
import { factsOf, type VoiceNote } from "../../model/voiceNotes.ts";
import type { Precedence } from "../../model/wire.ts";
import { NOTE_TYPE } from "../../sound/note.ts";
import { bytes, get, ofLine, post } from "../api.ts";
import { act, agreed, evidence, key, place, said, type Prepared, Unsigned } from "./signing.ts";
import { sign } from "../memory.ts";
import { words } from "../words.svelte.ts";

export interface Leaving {
  line: string;
  desk: string;
  from_desk: string;
  precedence: Precedence;
  gist: string;
  language: string;
  seconds: number;
  data: Bytes;
}

/** Prepared, read, held against the bytes that were listened to, shown, signed, and sent with them. */
export const leaveNote = ({ line, data, seconds, ...fields }: Leaving): Promise<boolean> =>
  act(async () => {
    const [own, facts] = [key(), await factsOf(data, seconds)];
    const { review, stated } = await evidence();
    const prepared = await post<Prepared>(ofLine(line, "prepare"), { what: "voice.note", ...fields, ...facts });
    const read = review(prepared.kind, fromHex(prepared.body));
    const held = new Map(read.shown.map((each) => [each.field, each]));
    const [whole, parts] = [held.get("sha256"), held.get("parts")];
    const same = whole?.form === "hash" && whole.hash === facts.sha256 && parts?.form === "texts" && parts.texts.join() === facts.parts.join();
    if (!same) throw new Unsigned(words.say("voice_note.other"));
    const where = await place(line, prepared);
    if (!(await agreed(line, read, null))) return false;
    const body = await stated(read.fields, said(prepared, read.kind.action, own.officer), where, (each) => sign(own, each));
    await post(ofLine(line, "voice-notes"), { body: toHex(body), precedence: fields.precedence, data: toHex(data) });
    return true;
  });

export const notesOf = async (line: string): Promise<VoiceNote[]> =>
  (await get<{ notes: VoiceNote[] }>(ofLine(line, "voice-notes"))).notes;

/** The sound of a note, held against the hash that its officer signed; null when it is another. Raises Refused. */
export async function soundOf(line: string, note: string, hash: string): Promise<Blob | null> {
  const data = await bytes(ofLine(line, `voice-notes/${note}/sound`));
  return toHex(await sha256(data)) === hash ? new Blob([data], { type: NOTE_TYPE }) : null;
}
