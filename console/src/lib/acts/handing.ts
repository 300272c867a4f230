// The hand-over of a call, signed by two officers at two browsers: the body with the first signature goes from one to the
// other by the console's server, and the node checks both.

import { same, fromHex, toHex, type Bytes } from "../../model/bytes.ts";
import type { Fields } from "../../model/cbor.ts";
import { TAKE_CALL } from "../../model/statement.ts";
import { ofLine, post } from "../api.ts";
import { sign } from "../memory.ts";
import { words } from "../words.svelte.ts";
import { agreed, evidence, key, place, said, Unsigned, type Prepared } from "./signing.ts";

const CALL = 3;
const ABOUT = 3;
const COMMITMENT = 4;

const prepare = (line: string, call: string, desk?: string): Promise<Prepared> =>
  post<Prepared>(ofLine(line, "prepare"), { what: "call.hand-over", call, ...(desk ? { desk } : {}) });

/** The body as the officer who gives the call has signed it; null where they did not. */
export async function signedHandOver(line: string, call: string, to: string): Promise<Bytes | null> {
  const own = key();
  const { review, stated } = await evidence();
  const prepared = await prepare(line, call, to);
  const found = review(prepared.kind, fromHex(prepared.body));
  const where = await place(line, prepared);
  if (!(await agreed(line, found, null))) return null;
  return stated(found.fields, said(prepared, found.kind.action, own.officer), where, (bytes) => sign(own, bytes));
}

/** The same body with the word of the officer who takes the call, brought to the node. */
export async function relievedHandOver(line: string, call: string, body: Bytes): Promise<boolean> {
  const own = key();
  const { review, relieved } = await evidence();
  const prepared = await prepare(line, call);
  const found = review(prepared.kind, body);
  const where = await place(line, prepared);
  if (!isOf(found.fields, call, prepared)) throw new Unsigned(words.say("third.other_call"));
  if (!(await agreed(line, found, null))) return false;
  const word = said(prepared, TAKE_CALL, own.officer);
  const both = await relieved(found.fields, word, where, (bytes) => sign(own, bytes));
  await post(ofLine(line, "state"), { kind: prepared.kind, body: toHex(both) });
  return true;
}

/** Whether a body that a colleague signed hands over this call, and stands on the offer that our node names. */
function isOf(fields: Fields, call: string, prepared: Prepared): boolean {
  const [id, giver] = [fields.get(CALL), fields.get(1)];
  if (!(id instanceof Uint8Array) || toHex(id) !== call || !(giver instanceof Map)) return false;
  const [about, commitment] = [giver.get(ABOUT), giver.get(COMMITMENT)];
  if (!(about instanceof Uint8Array) || !(commitment instanceof Uint8Array)) return false;
  return same(about, fromHex(prepared.about)) && same(commitment, fromHex(prepared.commitment));
}
