// What a person does here. What makes evidence is prepared by the node, read by this page, shown, and signed with the
// key in this browser; the node checks it before it writes anything.

import type { Review, Shown } from "../model/bodies.ts";
import { fromHex, toHex } from "../model/bytes.ts";
import { soundUp, type Pending } from "../model/calls.ts";
import { request, type Draft } from "../model/draft.ts";
import type { Said } from "../model/statement.ts";
import type { Alert, Call, Message } from "../model/wire.ts";
import { file, ofLine, post } from "./api.ts";
import { desk, explain } from "./desk.svelte.ts";
import { dropHandover, handover, keepHandover, lineOf, sign, type KeptHandover, type KeptKey } from "./memory.ts";
import { words } from "./words.svelte.ts";

interface Prepared {
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

const evidence = () => import("./evidence.ts");

/** Something here forbids to sign; the text is for the person. */
class Unsigned extends Error {}

/** Runs an act and says what went wrong; gives whether it was done. */
async function act(work: () => Promise<boolean | void>): Promise<boolean> {
  try {
    return (await work()) !== false;
  } catch (error) {
    if (error instanceof Unsigned) desk.tell(error.message, "", true);
    else explain(error);
    return false;
  }
}

function key(): KeptKey {
  if (!desk.key || !desk.canSign) throw new Unsigned(words.say("sign.no_key"));
  return desk.key;
}

function said(prepared: Prepared, made: number, officer: string, language = ""): Said {
  return {
    officer, action: made, entry: fromHex(prepared.about), commitment: fromHex(prepared.commitment), language,
    time: prepared.now ?? Math.round(desk.now),
  };
}

async function place(line: string, prepared: Prepared) {
  const kept = await lineOf(desk.views?.party ?? "", line, prepared.line, prepared.environment);
  if (!kept) throw new Unsigned(words.say("sign.other_line"));
  return kept;
}

interface Options {
  /** What is on the screen already and needs no second look: these fields and no others. */
  expected?: Record<string, string>;
  language?: string;
}

const underWay = new Set<string>();

/** Prepare, read, show, sign, bring. The same act twice at once is one act: a key bounces, a hand is in a hurry. */
async function state(line: string, what: string, fields: object, options: Options = {}): Promise<boolean> {
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

function isExpected(read: Review, expected: Record<string, string> | undefined): boolean {
  if (!expected || read.shown.length !== Object.keys(expected).length) return false;
  return read.shown.every((each) => {
    const value = plain(each);
    return value !== null && expected[each.field] === value;
  });
}

function plain(shown: Shown): string | null {
  if (shown.form === "text") return shown.text;
  if (shown.form === "hash") return shown.hash;
  return shown.form === "choice" ? shown.name : null;
}

/** Show what would be signed; true when the person signs. */
function agreed(line: string, read: Review, draft: Draft | null): Promise<boolean> {
  desk.toSign?.decide(false);
  return new Promise((resolve) => {
    const decide = (yes: boolean): void => {
      desk.toSign = null;
      resolve(yes);
    };
    desk.toSign = { line, review: read, draft, decide };
  });
}

// Calls

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

// Messages

export const read = (line: string, message: Message): Promise<boolean> =>
  act(() => {
    const expected = { message: message.hash, desk: desk.place };
    return state(line, "read", { message: message.hash, desk: desk.place }, { expected, language: words.language });
  });

export const acknowledge = (line: string, message: Message, paraphrase: string): Promise<boolean> =>
  act(() => {
    const fields = { message: message.hash, desk: desk.place, ...(paraphrase ? { paraphrase } : {}) };
    return state(line, "acknowledge", fields, { language: words.language });
  });

export const refuse = (line: string, message: Message, reason: string, text: string): Promise<boolean> =>
  act(() => {
    const fields = { message: message.hash, desk: desk.place, reason: reason.replaceAll("_", "-") };
    return state(line, "refuse", { ...fields, ...(text ? { text } : {}) }, { language: words.language });
  });

/** The body is prepared, read and shown; what is sent is the same request again. */
export const send = (draft: Draft): Promise<boolean> =>
  act(async () => {
    const fields = request(draft, desk.place);
    const { review } = await evidence();
    const prepared = await post<{ body: string }>(ofLine(draft.line, "messages"), { ...fields, prepare: true });
    const read_ = review(16, fromHex(prepared.body));
    if (!(await agreed(draft.line, read_, draft))) return false;
    await post(ofLine(draft.line, "messages"), fields);
    return true;
  });

export const replyRequest = (line: string, id: string, fields: object): Promise<boolean> =>
  act(() => state(line, "reply", { request: id, ...fields }));

export const askForCall = (line: string, fields: object): Promise<boolean> => act(() => state(line, "request", fields));

// Watch and checks

export const takeWatch = (line: string): Promise<boolean> =>
  act(() => state(line, "watch.take", { desk: desk.place, languages: [words.language] }));

export const endWatch = (line: string): Promise<boolean> =>
  act(() => state(line, "watch.hand-over", { desk: desk.place }));

/** The officer who leaves signs; the other signs here next, after logging in. */
export const offerHandover = (line: string): Promise<boolean> =>
  act(async () => {
    const own = key();
    const { review, stated } = await evidence();
    const prepared = await post<Prepared>(ofLine(line, "prepare"), { what: "watch.hand-over", desk: desk.place });
    const found = review(prepared.kind, fromHex(prepared.body));
    const where = await place(line, prepared);
    if (!(await agreed(line, found, null))) return false;
    const said_ = said(prepared, found.kind.action, own.officer);
    const body = await stated(found.fields, said_, where, (bytes) => sign(own, bytes));
    const kept = { kind: prepared.kind, body: toHex(body), officer: own.officer };
    await keepHandover(desk.views?.party ?? "", line, desk.place, kept);
    return true;
  });

export const offered = (line: string): Promise<KeptHandover | undefined> =>
  handover(desk.views?.party ?? "", line, desk.place).catch(() => undefined);

export const withdrawHandover = (line: string): Promise<unknown> =>
  dropHandover(desk.views?.party ?? "", line, desk.place);

export const relieve = (line: string, kept: KeptHandover): Promise<boolean> =>
  act(async () => {
    const own = key();
    const { relieved, review, TAKE_WATCH } = await evidence();
    const found = review(kept.kind, fromHex(kept.body));
    const status = desk.views?.lines[line];
    const environment = status?.environment === "real" ? 0 : 1;
    const where = await lineOf(desk.views?.party ?? "", line, status?.line ?? "", environment);
    if (!where) throw new Unsigned(words.say("sign.other_line"));
    if (!(await agreed(line, found, null))) return false;
    const said_: Said = { officer: own.officer, action: TAKE_WATCH, time: Math.round(desk.now) };
    const body = await relieved(found.fields, said_, where, (bytes) => sign(own, bytes));
    await post(ofLine(line, "state"), { kind: kept.kind, body: toHex(body) });
    await withdrawHandover(line);
    return true;
  });

export const checkByNode = (line: string): Promise<boolean> => act(() => post<void>(ofLine(line, "checks"), {}));
export const checkByPerson = (line: string): Promise<boolean> =>
  act(() => state(line, "check", { desk: desk.place }));

export const suspend = (line: string, fields: object): Promise<boolean> => act(() => state(line, "suspend", fields));
export const restore = (line: string): Promise<boolean> => act(() => state(line, "restore", {}));

// Alerts

const alertPath = (alert: Alert, verb: string): string => `/api/alerts/${encodeURIComponent(alert.id)}/${verb}`;

export const acknowledgeAlert = (alert: Alert): Promise<boolean> =>
  act(() => post<void>(alertPath(alert, "acknowledge")));
export const silenceAlert = (alert: Alert): Promise<boolean> => act(() => post<void>(alertPath(alert, "silence")));
export const shelveAlert = (alert: Alert, minutes: number, reason: string): Promise<boolean> =>
  act(() => post<void>(alertPath(alert, "shelve"), { minutes, reason }));

// The record

export const verifyRecord = <T>(line: string): Promise<T> => post<T>(ofLine(line, "verify"), { language: words.language });

/** The record as a file, handed to the browser to keep. */
export const exportRecord = (line: string): Promise<boolean> =>
  act(async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await file(ofLine(line, "export"), {}));
    link.download = `${desk.views?.party ?? ""}-${line}.fbundle`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  });
