import { expect, test } from "vitest";

import { countOf, Meter } from "./quality.ts";

const after = (...counts: [number, number][]): Meter => {
  const meter = new Meter();
  for (const [received, lost] of counts) meter.add({ received, lost });
  return meter;
};

test("a line is bad when words go missing for nine seconds, not for one moment", () => {
  expect(after([0, 0], [100, 30], [200, 60]).bad).toBe(false);
  expect(after([0, 0], [100, 30], [200, 60], [300, 90]).bad).toBe(true);
  expect(after([0, 0], [100, 30], [200, 30], [300, 60]).bad).toBe(false);
  expect(after([0, 0], [100, 30], [200, 60], [300, 90], [400, 90]).bad).toBe(false);
});

test("a pause in which nothing is sent is no loss, and a new connection counts anew", () => {
  expect(after([0, 0], [100, 30], [100, 30], [200, 60], [300, 90]).bad).toBe(true);
  expect(after([500, 90], [10, 0], [20, 0], [30, 0], [40, 0]).loss).toBe(0);
});

test("counts are read from what the browser reports of what comes in", () => {
  const report = new Map([
    ["1", { type: "inbound-rtp", packetsReceived: 7, packetsLost: 2 }],
    ["2", { type: "outbound-rtp", packetsSent: 9 }],
  ]);
  expect(countOf(report)).toEqual({ received: 7, lost: 2 });
});
