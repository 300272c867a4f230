// What is on the map now, put together from the views of the page.

import { EMPTY, type Picture } from "../../model/map/wire.ts";

export const picture = (): Picture => EMPTY;
