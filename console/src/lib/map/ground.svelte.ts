// Whether the map of one's own lies under the common picture. It does not until an officer wants it, and not after the
// page was opened anew: whoever comes next begins with what both sides can agree on.

import type { OwnMap } from "../../model/map/archive.ts";
import { get } from "../api.ts";

class Ground {
  map = $state.raw<OwnMap | null>(null);
  /** Code of what is wrong with its file. */
  fault = $state("");
  wanted = $state(false);

  get shown(): OwnMap | null {
    return this.wanted && !this.fault ? this.map : null;
  }

  /** Ask what there is. Without an answer there is nothing. */
  async find(): Promise<void> {
    if (this.map) return;
    const told = await get<{ map: OwnMap | null; fault: string | null }>("/api/own-map").catch(() => null);
    this.map = told?.map ?? null;
    this.fault = told?.fault ?? "";
  }
}

export const ground = new Ground();
