// Messages that two officers release: who has to do what next, and whether what waits is what the first one signed.

import { same, type Bytes } from "./bytes.ts";
import { decode, NotStrict, type Fields } from "./cbor.ts";
import { blank, type Draft } from "./draft.ts";
import { detailOf, RELEASE_ACTION } from "./statement.ts";
import type { LineStatus, Precedence, Session } from "./wire.ts";

/** As the server shows it to every page of the house: without the text. */
export interface Release {
  id: string;
  line: string;
  state: "waiting" | "sent" | "given_back" | "expired";
  /** Who wrote it and signed first. */
  account: string;
  officer: string;
  at: number;
  ends_at: number;
  precedence: Precedence;
  from_desk: string | null;
  desk: string | null;
  to: string[];
  /** The officer who released it or gave it back, why, when, and the hash of its entry. */
  by: string;
  reason: string;
  ended_at: number;
  hash: string;
}

/** With what is to be signed, in hexadecimal. */
export interface ReleaseDetail extends Release {
  body: string;
  statement: string;
  message: Record<string, unknown>;
}

const RELEASE = 10;
export const REASON_MAX = 500; // as the server takes it

/** Whether two officers release a message of this precedence on this line. */
export const needsTwo = (line: LineStatus | undefined, precedence: Precedence): boolean =>
  precedence === "flash" && (line?.two_person?.includes("message") ?? false);

export const isOwn = (release: Release, session: Session): boolean => release.account === session.name;

/** Whether this person may be the second: another officer, with the role. */
export const maySecond = (release: Release, session: Session): boolean =>
  release.state === "waiting" && session.roles.includes("releaser") && !isOwn(release, session) &&
  session.officer !== null && session.officer.name !== release.officer;

/** Desks of the other side that it is for. */
export const desksOf = (release: Release): string[] => (release.to.length > 0 ? release.to : release.desk ? [release.desk] : []);

/** Whether the first officer's word releases these very fields. Raises NotStrict for what is no word. */
export async function isAbout(word: Bytes, fields: Fields, officer: string): Promise<boolean> {
  const said = decode(word);
  if (!(said instanceof Map)) throw new NotStrict("the word is not a map");
  const detail = said.get(5);
  if (said.get(1) !== officer || said.get(2) !== RELEASE_ACTION || !(detail instanceof Uint8Array)) return false;
  return same(detail, await detailOf(fields, RELEASE));
}

/** What was written, to be written anew. */
export function draftOf(release: ReleaseDetail): Draft {
  const held = release.message;
  const text = (name: string): string => (typeof held[name] === "string" ? (held[name] as string) : "");
  const values = Object.entries((held["values"] ?? {}) as Record<string, unknown>).map(([name, each]) => [name, String(each)]);
  return {
    ...blank(release.line, desksOf(release)[0] ?? "", text("language")),
    precedence: release.precedence, text: text("text"), phrase: text("phrase"), asked: text("asked"), about: text("about"),
    values: Object.fromEntries(values) as Record<string, string>,
    answerBy: typeof held["answer_by"] === "number" ? held["answer_by"] : 0,
  };
}
