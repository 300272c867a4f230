// What a person does about notices, questions and incidents. All of it is signed and shown before.

import type { SourceForm } from "../../model/notices/form.ts";
import type { Notice } from "../../model/notices/wire.ts";
import { needsTwo } from "../../model/release.ts";
import type { Precedence } from "../../model/wire.ts";
import { get, ofLine, post } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { once } from "../fetched.ts";
import { words } from "../words.svelte.ts";
import { act, state } from "./signing.ts";

const releasing = once(() => import("./release.ts"));

export interface Place {
  number: number;
  minutes: string;
  degrees: string;
  check: string;
  forms: Partial<Record<"mgrs" | "utm" | "seconds", string>>;
}
export interface Whole extends Notice {
  texts: Record<string, string>;
  source: SourceForm | null;
  phrase: { text?: string } | null;
  places: Place[];
  expires_at?: number;
}

export const whole = (line: string, notice: string): Promise<Whole> =>
  get<Whole>(ofLine(line, `notices/${notice}?show_in=${words.language}`));

const signed = (line: string, what: string, fields: object): Promise<boolean> =>
  act(() => state(line, what, fields, { language: words.language }));
const noted = (text: string): object => (text.trim() ? { text: text.normalize("NFC").trim() } : {});

/** Signed and sent, or left for a second officer where two release it. */
export const issue = (line: string, form: object, replaces: string, precedence: Precedence): Promise<boolean> =>
  act(async () => {
    const fields = { form, precedence, ...(replaces ? { replaces } : {}) };
    if (needsTwo(desk.views?.lines[line], precedence, "notice")) return (await releasing()).leaveNotice(line, fields);
    if (!(await state(line, "notice.issue", fields))) return false;
    desk.tell(words.say("editor.issued"));
    return true;
  });
export const answerNotice = (line: string, notice: string, desk: string, word: string, fields: object, text = ""): Promise<boolean> =>
  signed(line, "notice.answer", { notice, desk, word, ...fields, ...noted(text) });
export const cancelNotice = (line: string, notice: string, text: string): Promise<boolean> =>
  signed(line, "notice.cancel", { notice, ...noted(text) });
export const passedOn = (line: string, notice: string, to: string, passed_at: number, text: string): Promise<boolean> =>
  signed(line, "notice.passed", { notice, to: to.normalize("NFC").trim(), passed_at, ...noted(text) });
export const renew = (line: string, notice: string, confirm_by: number, text: string): Promise<boolean> =>
  signed(line, "notice.renew", { notice, confirm_by, ...noted(text) });

export const askExplanation = (line: string, fields: object): Promise<boolean> => signed(line, "explanation.ask", fields);
export const explainTo = (line: string, fields: object): Promise<boolean> => signed(line, "explanation.reply", fields);
export const reportIncident = (line: string, fields: object): Promise<boolean> => signed(line, "incident.report", fields);

export interface Checked {
  findings: { code: string; text: string }[];
  usable: boolean;
  lead: { needed_ms: number; given_ms: number | null; short: boolean };
}
export const checkForm = (line: string, form: object, replaces: string): Promise<Checked> =>
  post<Checked>(ofLine(line, "notices/check"), { form, ...(replaces ? { replaces } : {}) });
