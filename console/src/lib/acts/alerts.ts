// What a person does with alerts: nothing here makes evidence.

import { tick } from "svelte";

import type { Alert } from "../../model/wire.ts";
import { post } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { words } from "../words.svelte.ts";
import { act } from "./signing.ts";

const alertPath = (alert: Alert, verb: string): string => `/api/alerts/${encodeURIComponent(alert.id)}/${verb}`;

/** Kinds that are decided on the map (category A of IMO MSC.302(87)): they are acknowledged nowhere else. */
export const AT_MAP: ReadonlySet<string> = new Set(["close_approach", "hazard_near"]);

/** The map shows what this alarm is about, and the focus is there, or on the alarm itself. */
const isAtMap = (alert: Alert): boolean =>
  desk.map && desk.screen === "watch" && desk.alarmed === alert.id && !!document.activeElement?.closest("[data-map],[data-panel=alerts]");

async function toMap(alert: Alert): Promise<void> {
  desk.screen = "watch";
  desk.map = true;
  desk.alarmed = alert.id;
  await tick();
  document.querySelector<HTMLElement>("[data-map]")?.focus();
  desk.tell(words.say("map.look"));
}

/** What belongs to the map opens it first; the second time, with the map in focus, it counts. */
export async function acknowledgeAlert(alert: Alert): Promise<boolean> {
  if (!AT_MAP.has(alert.kind)) return await act(() => post<void>(alertPath(alert, "acknowledge")));
  if (isAtMap(alert)) return await act(() => post<void>(alertPath(alert, "acknowledge"), { at_map: true }));
  await toMap(alert);
  return false;
}
export const silenceAlert = (alert: Alert): Promise<boolean> => act(() => post<void>(alertPath(alert, "silence")));
export const shelveAlert = (alert: Alert, minutes: number, reason: string): Promise<boolean> =>
  act(() => post<void>(alertPath(alert, "shelve"), { minutes, reason }));
