// Who holds the desk, and how the watch passes on.

import { fromHex, toHex } from "../../model/bytes.ts";
import type { Said } from "../../model/statement.ts";
import { ofLine, post } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { dropHandover, handover, keepHandover, lineOf, sign, type KeptHandover } from "../memory.ts";
import { words } from "../words.svelte.ts";
import { act, agreed, evidence, key, place, said, state, Unsigned, type Prepared } from "./signing.ts";

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
