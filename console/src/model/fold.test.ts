import fc from "fast-check";
import { expect, test } from "vitest";

import { begin, BOUNDS, fold, type Views } from "./fold.ts";
import { alert, call, snapshot } from "./testing.ts";
import type { Change, Entry, Message, Snapshot } from "./wire.ts";

/** What a server would send as a snapshot: built by itself, not with the fold. */
class Server {
  readonly held: Snapshot = { ...snapshot(), calls: { south: [] }, messages: { south: [] }, entries: { south: [] } };

  put(change: Change): void {
    const lists = { call: this.held.calls, message: this.held.messages, entry: this.held.entries } as const;
    const bounds = { call: BOUNDS.calls, message: BOUNDS.messages, entry: BOUNDS.entries } as const;
    const type = change.type as keyof typeof lists;
    const list = lists[type]["south"] as { call?: string; hash?: string; position?: number }[];
    const keyOf = (each: (typeof list)[number]) =>
      String(type === "call" ? each.call : type === "message" ? each.hash : each.position);
    const at = list.findIndex((each) => keyOf(each) === String(change.key));
    if (change.value === null) {
      if (at >= 0) list.splice(at, 1);
    } else if (at >= 0) list[at] = change.value as never;
    else list.push(change.value as never);
    if (list.length > bounds[type]) list.splice(0, list.length - bounds[type]);
  }
}

const key = fc.integer({ min: 1, max: 700 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ key, state: fc.constantFrom("placed" as const, "ended" as const) }).map(({ key, state }) => ({
    type: "call", line: "south", key: `c${key % 130}`, value: call({ call: `c${key % 130}`, state }),
  })),
  fc.record({ key, gone: fc.boolean() }).map(({ key, gone }) => ({
    type: "message", line: "south", key: `m${key % 250}`, value: gone ? null : ({ hash: `m${key % 250}`, at: key } as Message),
  })),
  key.map((each) => ({ type: "entry", line: "south", key: each, value: { position: each } as Entry })),
);

test("a snapshot and the changes after it give a fresh snapshot", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 100, maxLength: 600, size: "max" }), (changes) => {
      const server = new Server();
      let views = begin(structuredClone(server.held));
      for (const each of changes) {
        server.put(each);
        views = fold(views, each);
      }
      expect(views).toStrictEqual(begin(server.held));
    }),
    { numRuns: 12 },
  );
});

test("a snapshot taken in the middle changes nothing", () => {
  const changes: Change[] = Array.from({ length: 40 }, (_, at) => ({
    type: "message", line: "south", key: `m${at % 7}`, value: { hash: `m${at % 7}`, at } as Message,
  }));
  const through = (views: Views, from: number) => changes.slice(from).reduce((held, each) => fold(held, each), views);
  const start = begin(snapshot());
  const middle = changes.slice(0, 20).reduce((held, each) => fold(held, each), start);
  expect(through(begin(structuredClone(middle)), 20)).toStrictEqual(through(start, 0));
});

test("lines, alerts, the session and the clock are put in place", () => {
  let views = begin(snapshot());
  views = fold(views, { type: "alert", key: "a1", value: alert({}) }, "1-2");
  views = fold(views, { type: "line", key: "south", value: { ...views.lines["south"], links: 0 } }, "1-3");
  views = fold(views, { type: "clock", value: { now: 5 } }, "1-4");
  expect([views.alerts.length, views.lines["south"]?.links, views.now, views.cursor]).toEqual([1, 0, 5, "1-4"]);
  expect(fold(views, { type: "alert", key: "a1", value: null }).alerts).toEqual([]);
  expect(fold(views, { type: "line", key: "south", value: null }).lines).toEqual({});
});

test("a call of theirs under an id of ours stands beside it", () => {
  const put = (views: Views, key: string, ours: boolean, desk: string) =>
    fold(views, { type: "call", line: "south", key, value: call({ call: "x", ours, desk }) });
  let views = { ...begin(snapshot()), calls: { south: [] } } as Views;
  views = put(put(put(views, "x", true, "a"), "x/theirs", false, "b"), "x/theirs", false, "c");
  expect(views.calls["south"]?.map((each) => [each.ours, each.desk])).toEqual([[true, "a"], [false, "c"]]);
  expect(put(views, "x", true, "d").calls["south"]?.map((each) => each.desk)).toEqual(["d", "c"]);
  expect(fold(views, { type: "call", line: "south", key: "x/theirs", value: null }).calls["south"]?.length).toBe(1);
});

test("a reset asks for a fresh snapshot, and an unknown change does nothing", () => {
  const views = begin(snapshot());
  expect(fold(views, { type: "reset" }).stale).toBe(true);
  expect(fold(views, { type: "weather", value: 1 })).toEqual(views);
});

test("10,000 entries leave 500", () => {
  let views = begin(snapshot());
  for (let at = 1; at <= 10_000; at++) {
    views = fold(views, { type: "entry", line: "south", key: at, value: { position: at } as Entry });
  }
  expect(views.entries["south"]?.length).toBe(BOUNDS.entries);
  expect(views.entries["south"]?.at(-1)?.position).toBe(10_000);
});
