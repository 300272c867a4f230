// What two officers sign: whether the line asks for it, and whether what waits is what the first one signed.

import { same, type Bytes } from "./bytes.ts";
import { decode, NotStrict, type Fields } from "./cbor.ts";
import { blank, type Draft } from "./draft.ts";
import type { Release } from "./release.ts";
import { detailOf, ISSUE, RELEASE_ACTION } from "./statement.ts";

const RELEASE = 10;
/** Keys of statements, and what the first officer states: of a notice its issuer signs first, under key 1. */
export const SIGNED = {
  message: { kind: 16, keys: [RELEASE], first: RELEASE_ACTION },
  notice: { kind: 18, keys: [1, RELEASE], first: ISSUE },
} as const satisfies Record<Release["kind"], { kind: number; keys: readonly number[]; first: number }>;
export const REASON_MAX = 500; // as the server takes it

/** With what is to be signed, in hexadecimal. */
export interface ReleaseDetail extends Release {
  body: string;
  statement: string;
  message: Record<string, unknown>;
}

/** Desks of the other side that it is for. */
export const desksOf = (release: Release): string[] => (release.to.length > 0 ? release.to : release.desk ? [release.desk] : []);

/** Whether the first officer's word releases these very fields. Raises NotStrict for what is no word. */
export async function isAbout(word: Bytes, fields: Fields, officer: string, kind: Release["kind"] = "message"): Promise<boolean> {
  const { keys, first } = SIGNED[kind];
  const said = decode(word);
  if (!(said instanceof Map)) throw new NotStrict("the word is not a map");
  const detail = said.get(5);
  if (said.get(1) !== officer || said.get(2) !== first || !(detail instanceof Uint8Array)) return false;
  return same(detail, await detailOf(fields, ...keys));
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
