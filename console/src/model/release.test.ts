import { describe, expect, test } from "vitest";

import { asked } from "./asked.ts";
import { fromHex } from "./bytes.ts";
import { encode, type Fields } from "./cbor.ts";
import { faults } from "./draft.ts";
import { begin, fold } from "./fold.ts";
import { maySecond, needsTwo, type Release } from "./release.ts";
import { draftOf, isAbout, type ReleaseDetail } from "./releasing.ts";
import { released, RELEASE_ACTION } from "./statement.ts";
import { SESSION, snapshot } from "./testing.ts";
import type { LineStatus, Session } from "./wire.ts";

const RELEASE: Release = {
  kind: "message", id: "a1", line: "south", state: "waiting", account: "vogt", officer: "north two", at: 5, ends_at: 9, precedence: "flash",
  from_desk: "duty", desk: "duty", to: [], by: "", reason: "", ended_at: 0, hash: "",
};
const releaser: Session = { ...SESSION, roles: ["releaser"] };
const author: Session = { ...SESSION, name: "vogt" };
const shown = (session: Session, values: Partial<Release> = {}) =>
  asked(fold(begin({ ...snapshot(), session }), { type: "release", key: "a1", value: { ...RELEASE, ...values } }), "duty")
    .filter((each) => "release" in each);

/** At which place of all asks what we wrote stands. */
const place = (state: Release["state"]) => {
  const views = fold(begin({ ...snapshot(), session: author }), { type: "release", key: "a1", value: { ...RELEASE, state } });
  return asked(views, "duty").findIndex((each) => each.kind === "follow_release");
};

describe("who is asked", () => {
  test("another officer with the role, as long as it waits", () => {
    expect(shown(releaser).map((each) => [each.kind, each.precedence])).toEqual([["release_message", "flash"]]);
    expect(shown(SESSION)).toEqual([]);
    expect(shown(releaser, { state: "sent" })).toEqual([]);
    expect(maySecond({ ...RELEASE, officer: "north one" }, releaser)).toBe(false);
    expect(maySecond(RELEASE, { ...releaser, officer: null })).toBe(false);
  });
  test("whoever wrote it sees what becomes of it, and what was not sent comes first", () => {
    expect(shown(author).map((each) => [each.kind, each.precedence])).toEqual([["follow_release", "flash"]]);
    expect(shown({ ...author, roles: ["duty", "releaser"] }).map((each) => each.kind)).toEqual(["follow_release"]);
    expect(place("given_back")).toBeLessThan(place("waiting"));
    expect(place("expired")).toBeLessThan(place("sent"));
  });
  test("what was put away is gone", () => {
    const views = fold(begin(snapshot()), { type: "release", key: "a1", value: RELEASE });
    expect(fold(views, { type: "release", key: "a1", value: null }).releases).toEqual([]);
  });
  test("only what the line asks two officers for", () => {
    const line = (two_person: string[]) => ({ two_person }) as unknown as LineStatus;
    expect(needsTwo(line(["message"]), "flash")).toBe(true);
    expect([needsTwo(line(["message"]), "immediate"), needsTwo(line(["card"]), "flash"), needsTwo(undefined, "flash")])
      .toEqual([false, false, false]);
  });
});

describe("what the first officer signed", () => {
  const fields: Fields = new Map<number, never>([[1, ["duty"]], [2, "duty"], [3, "stop"]] as never);
  const line = { id: fromHex("00".repeat(32)), environment: 1 };
  const said = { officer: "north two", action: RELEASE_ACTION, time: 5 };
  const word = released(fields, said, line, async () => new Uint8Array(64));
  test("is about these very fields, by that officer", async () => {
    expect(await isAbout(await word, fields, "north two")).toBe(true);
    expect(await isAbout(await word, new Map(fields).set(3, "go on"), "north two")).toBe(false);
    expect(await isAbout(await word, fields, "north one")).toBe(false);
    await expect(isAbout(encode(["no word"]), fields, "north two")).rejects.toThrow();
  });
  test("can be written anew", () => {
    const message = { text: "stop", language: "en", phrase: "", asked: "answer", answer_by: 7, values: {} };
    const detail: ReleaseDetail = { ...RELEASE, body: "", statement: "", message };
    expect(draftOf(detail)).toMatchObject({ line: "south", desk: "duty", precedence: "flash", text: "stop", answerBy: 7 });
    expect(faults(draftOf(detail))).toEqual([]);
  });
});
