import { expect, test } from "vitest";

import { utf8 } from "../model/bytes.ts";
import { container, MARK } from "./container.ts";

test("a recording is saved with the lengths of its chunks in an element that players skip", async () => {
  const recorded = { chunks: 2, bytes: 5, last: "00", ended: true };
  const file = container("7f3a", { file: new Blob(["ab", "cde"], { type: "audio/webm" }), sizes: [2, 3], recorded, part: 2 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = utf8(`${MARK}{"call":"7f3a","by":2,"sizes":[2,3]}`);
  expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("abcde");
  expect([...bytes.slice(5, 14)]).toEqual([0xec, 1, 0, 0, 0, 0, 0, 0, content.length]);
  expect(bytes.slice(14)).toEqual(content);
});
