// For tests: what real nodes said (console/recorded.json) and the public vectors.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Alert, Call, Position, Session, Snapshot } from "./wire.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const RECORDED = JSON.parse(readFileSync(at("../../recorded.json"), "utf-8"));

export const SESSION: Session = {
  id: "s1", name: "brandt", roles: ["duty"], ends_at: 0, party: "North", environment: "exercise",
  officer: { name: "north one", key: "listed", listed: "00", waiting: null, powers: ["duty"] },
};

export const snapshot = (alerts: Alert[] = [], positions: Position[] = []): Snapshot =>
  structuredClone({ ...RECORDED.snapshot, session: SESSION, alerts, positions });

export const prepared = (what: string): { kind: number; body: string } => RECORDED.prepared[what];

/** A call of the record, with other values where they matter for a test. */
export function call(values: Partial<Call>): Call {
  return { ...(snapshot().calls["south"] as Call[])[0] as Call, call: "c1", ...values };
}

export const alert = (values: Partial<Alert>): Alert => ({
  id: "a1", rank: "alarm", kind: "flash_unread", line: "south", parameters: {}, raised_at: 0, ...values,
});

export interface Vector {
  name: string;
  header: Record<string, string>;
  body: string;
}

/** The files of `vectors/entry`. */
export function vectors(): Vector[] {
  const folder = at("../../../vectors/entry");
  return readdirSync(folder).map((name) => {
    const [head = "", body = ""] = readFileSync(`${folder}/${name}`, "utf-8").split("\n\n");
    const pairs = head.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
    return { name, header: Object.fromEntries(pairs), body: body.trim() };
  });
}
