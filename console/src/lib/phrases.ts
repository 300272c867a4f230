// The agreed phrases in four languages: larger than all else, and needed by nobody at first sight.

import { once } from "./fetched.ts";

export const phrases = once(() => import("../model/phrases.ts"));
