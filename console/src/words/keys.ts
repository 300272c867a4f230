// Names of all texts, of the first ones and of those that parts bring with them.

import type { controls } from "./controls/controls-en.ts";
import type { en } from "./en.ts";
import type { chart } from "./map/map-en.ts";
import type { notices } from "./notices/notices-en.ts";

type Named<F> = { [N in keyof F]: `${N & string}.${keyof F[N] & string}` }[keyof F];
export type Key = Named<typeof en> | Named<typeof controls> | Named<typeof notices> | Named<typeof chart>;
