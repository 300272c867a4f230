// Two officers release one message or notice: the first signs and leaves it on our server, the second reads it and signs too.

import type { Review } from "../../model/bodies.ts";
import { fromHex, toHex } from "../../model/bytes.ts";
import type { Draft } from "../../model/draft.ts";
import type { Release } from "../../model/release.ts";
import { desksOf, draftOf, isAbout, SIGNED, type ReleaseDetail } from "../../model/releasing.ts";
import { stamp } from "../../model/times.ts";
import { get, ofLine, post } from "../api.ts";
import { desk, type ToRelease } from "../desk.svelte.ts";
import { lineOf, sign } from "../memory.ts";
import { named, OWN_NAMES, words, type Language } from "../words.svelte.ts";
import { act, agreed, evidence, key, place, said as saidBy, Unsigned, type Prepared } from "./signing.ts";

const of = (release: Release, rest = ""): string => ofLine(release.line, `releases/${release.id}${rest}`);

/** The officer's word over a message that was read and shown here, in hexadecimal. */
async function word(line: string, read: Review, kind: Release["kind"] = "message"): Promise<string> {
  const own = key();
  const { released, RELEASE_ACTION } = await evidence();
  const status = desk.views?.lines[line];
  const where = await lineOf(desk.views?.party ?? "", line, status?.line ?? "", status?.environment === "real" ? 0 : 1);
  if (!where) throw new Unsigned(words.say("sign.other_line"));
  const said = { officer: own.officer, action: RELEASE_ACTION, language: words.language, time: Math.round(desk.now) };
  return toHex(await released(read.fields, said, where, (bytes) => sign(own, bytes), [...SIGNED[kind].keys]));
}

/** The issuer of a notice signs it; it waits in the house and is not sent. */
export async function leaveNotice(line: string, fields: object): Promise<boolean> {
  const own = key();
  const { review, stated } = await evidence();
  const prepared = await post<Prepared>(ofLine(line, "prepare"), { what: "notice.issue", ...fields });
  const read = review(prepared.kind, fromHex(prepared.body));
  const where = await place(line, prepared);
  if (!(await agreed(line, read, null, { ...first(), rows: [flash()] }))) return false;
  const body = await stated(read.fields, saidBy(prepared, read.kind.action, own.officer), where, (bytes) => sign(own, bytes));
  await left(line, { notice: toHex(body) });
  return true;
}

const first = (): ToRelease => ({ means: words.say("release.first_means"), does: words.say("release.sign_first"), rows: [] });
const flash = (): [string, string] => [words.say("compose.precedence"), named("precedence", "flash")];

async function left(line: string, body: object): Promise<void> {
  const found = await post<{ ends_at: number; releasers: number }>(ofLine(line, "releases"), body);
  const there = words.say("release.there", { n: found.releasers });
  desk.tell(words.say("release.left", { time: stamp(found.ends_at) }), found.releasers ? there : words.say("release.nobody"));
}

/** The first officer signs; what was written waits in the house and is not sent. */
export async function leave(draft: Draft, fields: object, read: Review): Promise<boolean> {
  key();
  if (!(await agreed(draft.line, read, draft, first()))) return false;
  await left(draft.line, { message: fields, statement: await word(draft.line, read) });
  return true;
}

/** The second officer reads what the first one signed, and releases it or gives it back. */
export const second = (release: Release): Promise<boolean> =>
  act(async () => {
    const { review } = await evidence();
    const found = await get<ReleaseDetail>(of(release));
    const read = review(SIGNED[found.kind].kind, fromHex(found.body));
    if (!(await isAbout(fromHex(found.statement), read.fields, found.officer, found.kind))) {
      throw new Unsigned(words.say("release.other_words"));
    }
    const giveBack = (reason: string): void => void act(() => post<void>(of(release, "/give-back"), { reason }));
    const shown = { means: words.say("release.second_means"), does: words.say("release.release"), rows: rows(found), giveBack };
    const draft = found.kind === "message" ? draftOf(found) : null;
    if (!(await agreed(found.line, { ...read, signedBy: [found.officer] }, draft, shown))) return false;
    await post(of(release, "/release"), { statement: await word(found.line, read, found.kind) });
    desk.tell(words.say("release.released"));
    return true;
  });

function rows(found: ReleaseDetail): [string, string][] {
  return [
    ...(found.kind === "notice" ? [flash()] : []),
    [words.say("release.drafted"), `${found.officer}, ${stamp(found.at)}`],
    [words.say("release.until"), stamp(found.ends_at)],
    [words.say("release.readers"), readers(found) || words.say("release.readers_unknown")],
  ];
}

/** The languages of the watches that will read it, as their officers signed them. */
function readers(found: Release): string {
  const watches = desk.views?.lines[found.line]?.their_watches ?? [];
  const spoken = watches.filter((each) => desksOf(found).includes(each.desk)).flatMap((each) => each.languages);
  return [...new Set(spoken)].map((each) => OWN_NAMES[each as Language] ?? each).join(", ");
}

export const detail = (release: Release): Promise<ReleaseDetail> => get<ReleaseDetail>(of(release));

/** Take back what waits, or put away how it ended; into the composer where it is to be changed. */
export const takeBack = (release: Release, into: Draft | null): Promise<boolean> =>
  act(async () => {
    await post(of(release, "/take-back"), {});
    if (!into) return;
    desk.draft = into;
    desk.composing = true;
  });
