// Messages and notices that two officers release, as every page of the house sees them, and whom they wait for.

import type { LineStatus, Precedence, Session } from "./wire.ts";

/** As the server shows it to every page of the house: without the text. */
export interface Release {
  id: string;
  line: string;
  kind: "message" | "notice";
  state: "waiting" | "sent" | "given_back" | "expired";
  /** Who wrote it and signed first. */
  account: string;
  officer: string;
  at: number;
  ends_at: number;
  precedence: Precedence;
  from_desk: string | null;
  desk: string | null;
  to: string[];
  /** The officer who released it or gave it back, why, when, and the hash of its entry. */
  by: string;
  reason: string;
  ended_at: number;
  hash: string;
}

export const isOwn = (release: Release, session: Session): boolean => release.account === session.name;

/** Whether this person may be the second: another officer, with the role. */
export const maySecond = (release: Release, session: Session): boolean =>
  release.state === "waiting" && session.roles.includes("releaser") && !isOwn(release, session) &&
  session.officer !== null && session.officer.name !== release.officer;

/** Whether two officers release a message or a notice of this precedence on this line. */
export const needsTwo = (line: LineStatus | undefined, precedence: Precedence, kind = "message"): boolean =>
  precedence === "flash" && (line?.two_person?.includes(kind) ?? false);
