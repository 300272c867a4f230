// What the lists of the record are made from: one line or all of them.

import { desk } from "../lib/desk.svelte.ts";
import type { Source } from "../model/record.ts";

export const sources = (only = ""): Source[] =>
  desk.lines
    .filter((line) => !only || line.name === only)
    .map((line) => ({
      line,
      entries: desk.views?.entries[line.name] ?? [],
      calls: desk.views?.calls[line.name] ?? [],
      messages: desk.views?.messages[line.name] ?? [],
    }));
