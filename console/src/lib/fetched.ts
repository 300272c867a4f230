// Parts of the program that are fetched after the first picture. Browsers remember a module that could not be fetched
// as one that cannot be had, for as long as the page lives; so none is asked for before the server has answered.

import { Refused } from "./api.ts";

const AGAIN_MS = 1_000;

async function answers(): Promise<boolean> {
  const answer = await fetch("./icon.svg", { cache: "no-store" }).catch(() => null);
  return answer?.ok ?? false;
}

/** A function that fetches a part once. Raises Refused with status 0 when the server does not answer now. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let held: T | undefined;
  return async () => {
    if (held === undefined) {
      if (!(await answers())) throw new Refused(0, "", "", "");
      held = await load();
    }
    return held;
  };
}

/** Wait as long as it takes. */
export async function patiently<T>(load: () => Promise<T>): Promise<T | undefined> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (!(error instanceof Refused)) return undefined;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
