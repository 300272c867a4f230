// What the other languages have to hold: exactly the texts of English.

import type { Text } from "../../model/words.ts";
import type { controls } from "./controls-en.ts";

type Families = typeof controls;
export type Controls = { readonly [F in keyof Families]: { readonly [K in keyof Families[F]]: Text } };
