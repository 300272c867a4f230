// What a person does with messages and requests.

import { fromHex } from "../../model/bytes.ts";
import { request, type Draft } from "../../model/draft.ts";
import { needsTwo } from "../../model/release.ts";
import type { Message } from "../../model/wire.ts";
import { ofLine, post } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { once } from "../fetched.ts";
import { words } from "../words.svelte.ts";
import { act, agreed, evidence, state } from "./signing.ts";

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

const releasing = once(() => import("./release.ts"));

/** The body is prepared, read and shown; what is sent is the same request again, or waits for a second officer. */
export const send = (draft: Draft): Promise<boolean> =>
  act(async () => {
    const fields = request(draft, desk.place);
    const { review } = await evidence();
    const prepared = await post<{ body: string }>(ofLine(draft.line, "messages"), { ...fields, prepare: true });
    const read_ = review(16, fromHex(prepared.body));
    if (needsTwo(desk.views?.lines[draft.line], draft.precedence)) {
      return (await releasing()).leave(draft, fields, read_);
    }
    if (!(await agreed(draft.line, read_, draft))) return false;
    await post(ofLine(draft.line, "messages"), fields);
    desk.tell(words.say("compose.sent"));
    return true;
  });

export const replyRequest = (line: string, id: string, fields: object): Promise<boolean> =>
  act(() => state(line, "reply", { request: id, ...fields }));

export const askForCall = (line: string, fields: object): Promise<boolean> => act(() => state(line, "request", fields));
