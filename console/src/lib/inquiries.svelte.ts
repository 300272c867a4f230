// Questions and incidents of all lines, for the map: fetched when the record of a line has grown, and not otherwise.

import { onMap, versionsOnMap, type Incident, type Question, type Version } from "../model/notices/inquiries.ts";
import type { MapNotice } from "../model/map/wire.ts";
import { show } from "../model/text.ts";
import { get, ofLine } from "./api.ts";
import { desk } from "./desk.svelte.ts";
import { say, words } from "./words.svelte.ts";

const TITLE_MAX = 60;
const cut = (text: string): string => show(text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX - 1)}…` : text);
const worded = (version: Version): string => version.texts[words.language] ?? Object.values(version.texts)[0] ?? "";

interface Held {
  upTo: string;
  questions: Question[];
  incidents: Incident[];
}

class Inquiries {
  #held = $state.raw<Record<string, Held>>({});

  /** Raises nothing: what cannot be fetched is asked for again the next time. */
  async fetch(): Promise<void> {
    for (const [line, entries] of Object.entries(desk.views?.entries ?? {})) {
      const upTo = String(entries.at(-1)?.position ?? "");
      if (this.#held[line]?.upTo === upTo) continue;
      const [asked, happened] = await Promise.all([
        get<{ explanations: Question[] }>(ofLine(line, "explanations")), get<{ incidents: Incident[] }>(ofLine(line, "incidents")),
      ]).catch(() => [null, null]);
      if (asked && happened) this.#held = { ...this.#held, [line]: { upTo, questions: asked.explanations, incidents: happened.incidents } };
    }
  }

  get onMap(): MapNotice[] {
    return Object.entries(this.#held).flatMap(([line, { questions, incidents }]) => [
      ...questions.flatMap((each) => onMap(line, each, (what, text) => `${say(what === "question" ? "notices.question" : "notices.reply_on_map")}: ${cut(text)}`)),
      ...incidents.flatMap((each) => versionsOnMap(line, each, (version) => `${say("notices.incident")}: ${cut(worded(version))}`)),
    ]);
  }
}

export const inquiries = new Inquiries();
