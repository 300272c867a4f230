// What is on the map now: notices, questions and incidents of all lines, and what is near our sites while it is open.

import { isLayer, layerOf, mapNotice, NOWHERE, pictureOf, type Nearby } from "../../model/map/nearby.ts";
import type { Picture } from "../../model/map/wire.ts";
import type { Notice } from "../../model/notices/wire.ts";
import { show } from "../../model/text.ts";
import { get } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { inquiries } from "../inquiries.svelte.ts";
import { named } from "../words.svelte.ts";

const EVERY_MS = 2_000;

class Near {
  value = $state.raw<Nearby>(NOWHERE);

  /** Ask again and again until the returned function is called. */
  follow(): () => void {
    const ask = (): void => {
      void get<Nearby>("/api/nearby").then((found) => (this.value = found), () => (this.value = NOWHERE));
      void inquiries.fetch();
    };
    ask();
    const asking = setInterval(ask, EVERY_MS);
    return () => clearInterval(asking);
  }
}

export const near = new Near();

/** What an area is called on the map: its kind, and the activity where one is told. */
const title = (notice: Notice): string => {
  const sort = notice.sort === "unknown" ? notice.code : named("sort", notice.sort.replaceAll("-", "_"));
  const more = notice.activity || notice.area.name;
  return show(more && more !== sort ? `${sort}: ${more}` : sort);
};

const author = (line: string, notice: Notice): string =>
  notice.ours ? (desk.session?.party ?? "") : desk.counterpart(line);

/** A layer that was replaced or cancelled is not shown any more. */
const isShownLayer = (notice: Notice): boolean => isLayer(notice) && notice.state === "issued";

export function picture(): Picture {
  const lines = Object.entries(desk.views?.notices ?? {});
  const drawn = lines.flatMap(([line, held]) => held.filter((each) => !isLayer(each)).map(mapNotice(line, title)));
  return pictureOf([...drawn, ...inquiries.onMap], near.value, lines.flatMap(([line, held]) => held.filter(isShownLayer).map((each) => layerOf(author(line, each), title)(each))));
}
