// What the console's server sends. Shapes of lines, calls, messages, requests and entries are those of the desk
// socket (docs/desk-socket.md); alerts, positions and the session are the server's own.

import type { Notice } from "./notices/wire.ts";
import type { Release } from "./release.ts";

export type Precedence = "routine" | "priority" | "immediate" | "flash";
export const PRECEDENCES: readonly Precedence[] = ["routine", "priority", "immediate", "flash"];

export interface Ref {
  entry: string;
  hash: string;
}

export interface Watch {
  desk: string;
  officer: string;
  role: string;
  languages: string[];
  since: number;
}

export interface Overdue {
  kind: "contact" | "check" | "person" | "receipt" | "answer";
  since: number;
  limit: number;
  entries: string[];
  level: string | null;
}

export type Colour = "green" | "unknown" | "amber" | "red";

export interface Carried {
  round_trip_ms: number;
  kilobits: number;
  loss: number | null;
}

export interface LineStatus {
  name: string;
  line: string;
  environment: "exercise" | "real";
  counterpart: string;
  links: number;
  /** What the widest of them carried when the node measured it last. */
  carried?: Carried | null;
  signing: boolean;
  key_revoked: boolean;
  open: boolean;
  colour: Colour;
  reasons: string[];
  entries: Record<string, number>;
  missing: number;
  heard_at: number | null;
  watches: Watch[];
  their_watches: Watch[];
  suspended: unknown[];
  closed: boolean;
  desks: string[];
  their_desks: string[];
  overdue: Overdue[];
  contradictions: unknown[];
  unreceipted?: { count: number; oldest: string | null };
  /** Kinds that two officers release; of messages only flash ones. */
  two_person?: string[];
}

export type CallState = "idle" | "placed" | "ringing" | "in call" | "hung up" | "ended";
export type Outcome =
  | "unoffered" | "placed" | "ringing" | "answered" | "declined" | "busy" | "no_answer" | "unattended" | "withdrawn"
  | "unreachable" | "glare";

export interface Call {
  call: string;
  ours: boolean;
  desk: string;
  from_desk: string;
  precedence: Precedence;
  subject: string;
  placed: [number, number];
  learnt_at: number;
  outcome: Outcome;
  state: CallState;
  crossed: boolean;
  evidence: string;
  words: string[];
  officer: string;
  answered_desk: string;
  reason: string | null;
  call_back_at: number | null;
  message: string;
  refs: Ref[];
  receipted?: boolean;
  sound?: CallSound;
}

/** What the record says of the sound of a call; more of it is in docs/desk-socket.md. */
export interface CallSound {
  legs: unknown[];
  /** Whose consoles found a leg as officers signed it: they may claim that there was sound. */
  secured_by: Part[];
  held_by?: Part[];
  /** How each side stands to a recording. */
  consents?: { by: Part; consent: Consent; officer: string }[];
  /** Whether both sides consent now, in a call that goes on. */
  recording?: boolean;
  recorded?: { by: Part; chunks: number; size_bytes: number; last: string; ended: boolean }[];
  minutes?: Minutes[];
}

export type Part = "caller" | "callee";
export type Consent = "asked" | "given" | "withdrawn";

/** Minutes that one side proposed. */
export interface Minutes {
  by: Part;
  /** Of the entry; who agrees names it. */
  hash: string;
  officer: string;
  text: string;
  /** The officer of the other side who agreed; empty where none did. */
  agreed_by: string;
}

export type Level = "sent" | "stored" | "shown" | "read" | "acknowledged" | "bad" | "refused";

export interface Proof {
  level: Level;
  at: number;
  by: Ref;
  who: string;
}

export interface Phrase {
  id: string;
  text: string;
  language: string;
  findings: string[];
  texts?: Record<string, string>;
}

export interface Message {
  entry: string;
  hash: string;
  commitment: string;
  ours: boolean;
  at: number;
  precedence: Precedence;
  from_desk: string;
  to: string[];
  text: string | null;
  language: string;
  phrase: Phrase | null;
  asked: string;
  answer_by: number;
  expires_at: number;
  relation: string;
  about: string | null;
  superseded: boolean;
  level: Level;
  refused: boolean;
  bad: boolean;
  mark: string;
  proofs: Proof[];
}

export interface Request {
  request: string;
  level: string;
  desk: string;
  from_desk: string;
  subject: string;
  text: string;
  ours: boolean;
  at: number;
  precedence: Precedence;
  officer: string;
  standing: string;
  our_turn: boolean;
}

export interface Entry {
  position: number;
  entry: string;
  hash: string;
  ours: boolean;
  kind: string;
  precedence?: Precedence;
  time: [number, number];
  at: number;
  about?: { call?: string; request?: string; messages?: string[] };
}

export type Rank = "emergency" | "alarm" | "warning" | "caution";

export interface Alert {
  id: string;
  rank: Rank;
  /** Key of its text; `parameters` are the values in it. */
  kind: string;
  line: string | null;
  parameters: Record<string, string | number>;
  /** As the server's table has it; shelving stands beside it. */
  state?: "unacknowledged" | "half" | "acknowledged" | "rectified";
  half_by?: string | null;
  raised_at: number;
  deadline_at?: number | null;
  acknowledged_at?: number | null;
  acknowledged_by?: string | null;
  rectified_at?: number | null;
  silenced_until?: number | null;
  shelved_until?: number | null;
  shelved_by?: string | null;
}

export interface Position {
  id: string;
  line: string;
  desk: string;
  /** Whether it can be heard there. */
  sound: boolean;
  account: string;
  officer: string | null;
  since: number;
}

export type Role = "duty" | "linguist" | "releaser" | "supervisor" | "administrator";

export interface Session {
  id: string;
  name: string;
  roles: Role[];
  officer: OfficerState | null;
  ends_at: number;
  party: string;
  environment: "exercise" | "real";
}

export interface OfficerState {
  name: string;
  key: "none" | "waiting" | "listed";
  /** Keys in hexadecimal, to be held against the one in this browser. */
  listed: string | null;
  waiting: string | null;
  powers: string[];
}

export interface Snapshot {
  cursor: string;
  /** The node does not answer: nothing of it is here. */
  away?: boolean;
  party: string;
  environment: "exercise" | "real";
  now: number;
  session: Session;
  lines: Record<string, LineStatus>;
  calls: Record<string, Call[]>;
  messages: Record<string, Message[]>;
  requests: Record<string, Request[]>;
  notices: Record<string, Notice[]>;
  entries: Record<string, Entry[]>;
  alerts: Alert[];
  positions: Position[];
  releases: Release[];
}

export interface Change {
  type: string;
  line?: string | null;
  key?: string | number | null;
  value?: unknown;
}
