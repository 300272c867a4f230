import { expect, test } from "vitest";
import { fingerprint } from "./bytes.ts";

test("a key's fingerprint is the one that is printed where the card is signed", async () => {
  // firebreak.keyring.officer_file.OfficerFile("Ana Vogt", bytes(range(32))).fingerprint
  expect(await fingerprint(Uint8Array.from({ length: 32 }, (_, at) => at))).toBe("630d cd29 66c4 3366 9112 5448");
});
