// What a person does with alerts: nothing here makes evidence.

import type { Alert } from "../../model/wire.ts";
import { post } from "../api.ts";
import { act } from "./signing.ts";

const alertPath = (alert: Alert, verb: string): string => `/api/alerts/${encodeURIComponent(alert.id)}/${verb}`;

export const acknowledgeAlert = (alert: Alert): Promise<boolean> =>
  act(() => post<void>(alertPath(alert, "acknowledge")));
export const silenceAlert = (alert: Alert): Promise<boolean> => act(() => post<void>(alertPath(alert, "silence")));
export const shelveAlert = (alert: Alert, minutes: number, reason: string): Promise<boolean> =>
  act(() => post<void>(alertPath(alert, "shelve"), { minutes, reason }));
