// What a person does with a line itself and with its record.

import { file, ofLine, post } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { words } from "../words.svelte.ts";
import { act, state } from "./signing.ts";

export const checkByNode = (line: string): Promise<boolean> => act(() => post<void>(ofLine(line, "checks"), {}));
export const checkByPerson = (line: string): Promise<boolean> =>
  act(() => state(line, "check", { desk: desk.place }));

export const suspend = (line: string, fields: object): Promise<boolean> => act(() => state(line, "suspend", fields));
export const restore = (line: string): Promise<boolean> => act(() => state(line, "restore", {}));

export const verifyRecord = <T>(line: string): Promise<T> => post<T>(ofLine(line, "verify"), { language: words.language });

/** The record as a file, handed to the browser to keep. */
export const exportRecord = (line: string): Promise<boolean> =>
  act(async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await file(ofLine(line, "export"), {}));
    link.download = `${desk.views?.party ?? ""}-${line}.fbundle`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  });
