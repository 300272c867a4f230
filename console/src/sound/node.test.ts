import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { NodeSound, type Doors } from "./node.ts";
import { WITHOUT_SOUND } from "./voice.ts";

const CALL = "7f".repeat(16);
const END = { call: CALL, leg: 0, sdp: "answer" as const, fingerprint: "aa", description: "v=0" };

describe("what a voice says", () => {
  let posted: [string, unknown][] = [];
  let failures = 0;
  const doors: Doors = {
    get: async (path) => ({ ours: true, ends: [], path }),
    post: async (path, body) => {
      if (failures-- > 0) throw { status: 503 };
      posted.push([path, body]);
    },
    state: async (line, what, fields) => posted.push([`${line} ${what}`, fields]) > 0,
    lineOf: () => "south",
    alarm() {},
    keep() {},
  };
  beforeEach(() => {
    [posted, failures] = [[], 0];
    vi.useFakeTimers();
  });
  afterEach(() => void vi.useRealTimers());

  test("goes to the officer's key where an officer has to stand behind it, and to the node alone to warm up", async () => {
    const sound = new NodeSound(doors);
    await sound.describe({ ...END, stated: false });
    await sound.describe({ ...END, stated: true });
    const fields = { leg: 0, sdp: "answer", fingerprint: "aa", description: "v=0" };
    expect(posted).toEqual([[`/api/lines/south/calls/${CALL}/media`, fields], ["south call.speak", { call: CALL, ...fields }]]);
  });
  test("that nobody signed was not said", async () => {
    const sound = new NodeSound({ ...doors, state: async () => false });
    await expect(sound.describe({ ...END, stated: true })).rejects.toThrow("not signed");
  });
  test("as evidence is said again while the server is away, but not what it refused", async () => {
    failures = 3;
    const said = new NodeSound(doors).secured(CALL, 0, { ours: "aa", theirs: "bb", checks: 1 });
    await vi.runAllTimersAsync();
    await said;
    const found = { leg: 0, ours: "aa", theirs: "bb", description_matches: true, certificate_matches: false };
    expect(posted).toEqual([[`/api/lines/south/calls/${CALL}/secured`, found]]);
    const refusing = new NodeSound({ ...doors, post: () => Promise.reject({ status: 409 }) });
    await expect(refusing.secured(CALL, 0, { ours: "aa", theirs: "bb", checks: 3 })).rejects.toEqual({ status: 409 });
  });
  test("inside the house leaves no entry", async () => {
    const sound = new NodeSound(doors);
    await sound.describe({ ...END, leg: 16, stated: false });
    await sound.secured(CALL, 16, { ours: "aa", theirs: "bb", checks: 3 });
    expect(posted.map(([path]) => path)).toEqual([`/api/lines/south/calls/${CALL}/inside/media`]);
  });
  test("any number of signals while one answer is under way cost one more question", async () => {
    const [taken, asked] = [[] as unknown[], vi.fn(doors.get)];
    const sound = new NodeSound({ ...doors, get: asked });
    sound.voice = { ...WITHOUT_SOUND, take: (change) => void taken.push(change.key) };
    await Promise.all([1, 2, 3, 4].map(() => sound.signal(CALL)));
    expect([asked.mock.calls.length, taken]).toEqual([2, [CALL, CALL]]);
  });
});
