// Session descriptions (RFC 8866), read as far as a signature has to bind them, the same way as the node reads them.
//
// A browser takes a connection for good if any fingerprint in a description fits it, so that every one has to be the
// signed one. What two programs could read differently is refused.

import { RUNGS, type Rung } from "./rungs.ts";

export const DESCRIPTION_BYTES_MAX = 6_000; // the node stores no more; sound alone takes some 1,000 to 3,000
export const CANDIDATE_BYTES_MAX = 300;

export type DescriptionFault = "unreadable" | "foreign_fingerprint" | "with_candidates";

const LINE = /^[a-z]=[ -~]*$/;
const CANDIDATE = /^candidate:[ -~]*$/;
const LEFT_OUT = /^a=(candidate|end-of-candidates|extmap|rtcp-fb)/;

/** What is wrong with a description under the fingerprint that is signed with it; null when nothing is. */
export function faultOf(description: string, fingerprint: string): DescriptionFault | null {
  const lines = description.split("\r\n");
  if (description.length > DESCRIPTION_BYTES_MAX || lines[0] !== "v=0" || lines.pop() !== "") return "unreadable";
  if (!lines.every((each) => LINE.test(each))) return "unreadable";
  const named = starting(lines, "a=fingerprint");
  const wanted = `a=fingerprint:sha-256 ${spelled(fingerprint)}`;
  if (named.length === 0 || named.some((each) => each !== wanted)) return "foreign_fingerprint";
  return starting(lines, "a=candidate").length > 0 ? "with_candidates" : null;
}

const starting = (lines: readonly string[], start: string): string[] =>
  lines.map((each) => each.toLowerCase()).filter((each) => each.startsWith(start));

/** `00ff…` as descriptions write it: `00:ff:…`. */
const spelled = (fingerprint: string): string => (fingerprint.match(/../g) ?? []).join(":");

/** The SHA-256 fingerprint that a description names, in hexadecimal; null where it names none or several. */
export function fingerprintOf(description: string): string | null {
  const found = new Set(starting(description.split("\r\n"), "a=fingerprint:sha-256 ").map((each) => each.slice(22)));
  const [only] = found;
  const hex = only?.replaceAll(":", "") ?? "";
  return found.size === 1 && /^[0-9a-f]{64}$/.test(hex) ? hex : null;
}

export const isCandidate = (text: string): boolean => CANDIDATE.test(text) && text.length <= CANDIDATE_BYTES_MAX;

/**
 * Our description as it goes out: without addresses, which have entries of their own, and asking for the packets of
 * this rung. What a description asks for is what the other end sends. Extensions of packets go too: they cost a thin
 * line as much as the speech, and on a lossy one Chromium fills it with probes of its width.
 */
export function outgoing(description: string, rung: Rung): string {
  const lines = description.split("\r\n").filter((each) => !LEFT_OUT.test(each));
  return asking(lines, rung).join("\r\n");
}

function asking(lines: string[], rung: Rung): string[] {
  const { fmtp, frame } = RUNGS[rung];
  const opus = lines.map((each) => /^a=rtpmap:(\d+) opus\//.exec(each)?.[1]).find((each) => each !== undefined);
  if (opus === undefined) return lines;
  const kept = lines.filter((each) => !/^a=(ptime|maxptime):/.test(each) && !each.startsWith(`a=fmtp:${opus} `));
  const at = kept.findIndex((each) => each.startsWith(`a=rtpmap:${opus} `));
  return [...kept.slice(0, at + 1), `a=fmtp:${opus} ${fmtp}`, `a=ptime:${frame}`, ...kept.slice(at + 1)];
}

/** The rung that a description asks for. */
export const rungOf = (description: string): Rung =>
  (["half", "low"] as const).find((each) => description.includes(RUNGS[each].fmtp)) ?? "wide";
