// What makes evidence is prepared by the node, read by this page, shown, and signed with the key in this browser; the
// node checks it before it writes anything.

import type { Review, Shown } from "../../model/bodies.ts";
import { fromHex, toHex } from "../../model/bytes.ts";
import type { Draft } from "../../model/draft.ts";
import type { Said } from "../../model/statement.ts";
import { ofLine, post } from "../api.ts";
import { desk, explain, type ToRelease } from "../desk.svelte.ts";
import { once } from "../fetched.ts";
import { lineOf, sign, type KeptKey } from "../memory.ts";
import { words } from "../words.svelte.ts";

export interface Prepared {
  kind: number;
  body: string;
  about: string;
  commitment: string;
  environment: number;
  line: string;
  precedence?: string;
  /** The node's clock when it prepared. */
  now?: number;
}

export const evidence = once(() => import("../evidence.ts"));

/** Something here forbids to sign; the text is for the person. */
export class Unsigned extends Error {}

/** Runs an act and says what went wrong; gives whether it was done. */
export async function act(work: () => Promise<boolean | void>): Promise<boolean> {
  try {
    return (await work()) !== false;
  } catch (error) {
    if (error instanceof Unsigned) desk.tell(error.message, "", true);
    else explain(error);
    return false;
  }
}

export function key(): KeptKey {
  if (!desk.key || !desk.canSign) throw new Unsigned(words.say("sign.no_key"));
  return desk.key;
}

export function said(prepared: Prepared, made: number, officer: string, language = ""): Said {
  return {
    officer, action: made, entry: fromHex(prepared.about), commitment: fromHex(prepared.commitment), language,
    time: prepared.now ?? Math.round(desk.now),
  };
}

export async function place(line: string, prepared: Prepared) {
  const kept = await lineOf(desk.views?.party ?? "", line, prepared.line, prepared.environment);
  if (!kept) throw new Unsigned(words.say("sign.other_line"));
  return kept;
}

export interface Options {
  /** What is on the screen already and needs no second look: these fields and no others; null: of any value. */
  expected?: Record<string, string | null>;
  language?: string;
}

const underWay = new Set<string>();

/** Prepare, read, show, sign, bring. The same act twice at once is one act: a key bounces, a hand is in a hurry. */
export async function state(line: string, what: string, fields: object, options: Options = {}): Promise<boolean> {
  const name = JSON.stringify([line, what, fields]);
  if (underWay.has(name)) return false;
  underWay.add(name);
  try {
    return await stateOnce(line, what, fields, options);
  } finally {
    underWay.delete(name);
  }
}

async function stateOnce(line: string, what: string, fields: object, options: Options): Promise<boolean> {
  const own = key();
  const { review, stated } = await evidence();
  const prepared = await post<Prepared>(ofLine(line, "prepare"), { what, ...fields });
  const read = review(prepared.kind, fromHex(prepared.body));
  const where = await place(line, prepared);
  if (!isExpected(read, options.expected) && !(await agreed(line, read, null))) return false;
  const said_ = said(prepared, read.kind.action, own.officer, options.language);
  const body = await stated(read.fields, said_, where, (bytes) => sign(own, bytes));
  await post(ofLine(line, "state"), { kind: prepared.kind, body: toHex(body), ...precedence(prepared) });
  return true;
}

const precedence = (prepared: Prepared) =>
  prepared.precedence && prepared.precedence !== "routine" ? { precedence: prepared.precedence } : {};

function isExpected(read: Review, expected: Options["expected"]): boolean {
  if (!expected || read.shown.length !== Object.keys(expected).length) return false;
  return read.shown.every((each) => {
    const value = plain(each);
    return value !== null && (expected[each.field] === value || expected[each.field] === null);
  });
}

function plain(shown: Shown): string | null {
  if (shown.form === "text") return shown.text;
  if (shown.form === "hash") return shown.hash;
  return shown.form === "choice" ? shown.name : null;
}

/** Show what would be signed; true when the person signs. */
export function agreed(line: string, read: Review, draft: Draft | null, release?: ToRelease): Promise<boolean> {
  desk.toSign?.decide(false);
  return new Promise((resolve) => {
    const decide = (yes: boolean): void => {
      desk.toSign = null;
      resolve(yes);
    };
    desk.toSign = { line, review: read, draft, decide, ...(release ? { release } : {}) };
  });
}
