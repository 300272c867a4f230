// The page's own state: the views, the clock, where the person sits and what they are doing.

import { asked } from "../model/asked.ts";
import { waiting } from "../model/breakin.ts";
import { callView, live, over, shownCall, type Pending } from "../model/calls.ts";
import { blank, type Draft } from "../model/draft.ts";
import { begin, fold, type Views } from "../model/fold.ts";
import { ordered } from "../model/lines.ts";
import type { Review } from "../model/bodies.ts";
import type { Release } from "../model/release.ts";
import type { Call, Change, Entry, Message, Precedence, Session, Snapshot } from "../model/wire.ts";
import { WITHOUT_SOUND, type VoiceLine } from "../sound/voice.ts";
import type { Rung } from "../sound/rungs.ts";
import { tones } from "../sound/tones.ts";
import { get, Refused } from "./api.ts";
import { keepDraft, keptDraft, ownerOf } from "./drafts.ts";
import { keyOf, type KeptKey } from "./memory.ts";
import { preferences } from "./preferences.svelte.ts";
import { words } from "./words.svelte.ts";

export const SCREENS = ["watch", "notices", "record", "ledger", "handover", "checks", "accounts"] as const;
export type Screen = (typeof SCREENS)[number];

/** What is shown before a signature, and what becomes of it. */
export interface ToSign {
  line: string;
  review: Review;
  /** Message texts that the other side reads in their language, where that differs. */
  draft: Draft | null;
  decide: (yes: boolean) => void;
  /** Where two officers release a message: what this signature means. */
  release?: ToRelease;
}

export interface ToRelease {
  means: string;
  /** What the button says. */
  does: string;
  /** What else is known of it, as name and text. */
  rows: [string, string][];
  /** The second officer may give it back. */
  giveBack?: (reason: string) => void;
}

export interface Told {
  text: string;
  hint: string;
  bad: boolean;
}

export interface KeptRecording {
  call: string;
  file: Blob;
  seconds: number;
  /** The node's clock when it ended. */
  at: number;
}

class Desk {
  state = $state<"starting" | "login" | "enrolment" | "open">("starting");
  session = $state.raw<Session | null>(null);
  views = $state.raw<Views | null>(null);
  connected = $state(true);
  /** The node's clock, a second at a time. */
  now = $state(Date.now());
  screen = $state<Screen>("watch");
  line = $state("");
  key = $state.raw<KeptKey | null>(null);
  sound = $state(false);
  pending = $state.raw<Pending | null>(null);
  dismissed = $state.raw<ReadonlySet<string>>(new Set());
  draft = $state<Draft>(blank("", "", "en"));
  /** Whether the board shows the map in the place of the messages. */
  map = $state(false);
  /** The alarm that the map shows to be judged. */
  alarmed = $state("");
  composing = $state(false);
  helping = $state(false);
  declining = $state.raw<Call | null>(null);
  toSign = $state.raw<ToSign | null>(null);
  message = $state.raw<{ line: string; hash: string } | null>(null);
  entry = $state.raw<{ line: string; entry: Entry } | null>(null);
  /** The notice that the screen of notices shows. */
  notice = $state("");
  /** What the editor of notices was opened for: a new one, or the name of the one to replace. */
  announcing = $state.raw<{ line: string; replaces: string } | null>(null);
  /** The message for release that is on the screen. */
  release = $state.raw<Release | null>(null);
  told = $state.raw<Told | null>(null);
  /** The call whose minutes are on the screen. */
  minutes = $state.raw<{ line: string; call: string; ours: boolean } | null>(null);
  /** For whom a voice note is being made. */
  noting = $state.raw<{ line: string; desk: string; precedence: Precedence } | null>(null);
  /** The call that is badly heard now, and by which rung. */
  weak = $state.raw<{ call: string; loss: number; rung: Rung } | null>(null);
  /** Recordings that nobody has saved or discarded. */
  kept = $state.raw<readonly KeptRecording[]>([]);
  /** Counts what the voice reports, so that the page draws it. */
  heard = $state(0);
  voice: VoiceLine = WITHOUT_SOUND;
  /** Told of every signal about the sound of a call. */
  #signal: (call: string) => void = () => {};
  /** Calls that this page placed or answered: in no other does it speak. */
  readonly speaksIn = new Set<string>();
  /** Lines of calls that this page placed: the record may show them a little later. */
  readonly placedOn = new Map<string, string>();

  readonly lines = $derived(this.views ? ordered(this.views.lines) : []);
  readonly status = $derived(this.views?.lines[this.line] ?? this.lines[0] ?? null);
  /** The desk of ours at which this page sits. */
  readonly place = $derived(
    this.status?.desks.includes(preferences.desk) ? preferences.desk : (this.status?.desks[0] ?? ""),
  );
  readonly asks = $derived(this.views ? asked(this.views, this.place) : []);
  readonly call = $derived(callView(this.#shown(), this.heard < 0 ? null : this.voice.state, this.pending));
  /** What rings here beside the call that is spoken. */
  readonly waits = $derived(
    this.call.call?.state === "in call" && this.views ? waiting(this.call.call, this.views.calls) : [],
  );
  readonly officer = $derived(this.session?.officer?.name ?? "");
  readonly onDuty = $derived(this.session?.roles.includes("duty") ?? false);
  /** Whether this person signs here what the desk asks for. */
  readonly signs = $derived(this.onDuty || (this.session?.roles.includes("releaser") ?? false));
  /** Whether this browser holds the key that the card lists for this officer. */
  readonly canSign = $derived(
    this.key !== null && this.key.publicHex === this.session?.officer?.listed,
  );
  readonly watch = $derived(this.status?.watches.find((each) => each.desk === this.place) ?? null);
  readonly onWatch = $derived(this.watch !== null && this.watch.officer === this.officer);

  #ahead = 0;
  /** When calls that this page saw alive were over. */
  readonly #overAt = new Map<string, number>();

  #shown(): Call | null {
    const calls = this.views?.calls[this.status?.name ?? ""] ?? [];
    return shownCall(calls, this.now, this.dismissed, this.#overAt);
  }

  /** Whom a line reaches: what a person calls it. */
  counterpart(line: string | null): string {
    return this.views?.lines[line ?? ""]?.counterpart ?? line ?? "";
  }

  messagesOf(line: string): Message[] {
    return this.views?.messages[line] ?? [];
  }

  async enter(session: Session): Promise<void> {
    this.session = session;
    this.key = (await keyOf(session.party, session.name).catch(() => undefined)) ?? null;
    this.draft = keptDraft(ownerOf(session)) ?? blank("", "", words.language);
    if (session.roles.every((each) => each === "administrator")) this.screen = "accounts";
    else await this.refresh();
    this.state = "open";
  }

  /** A snapshot anew. Raises Refused. */
  async refresh(): Promise<void> {
    this.take(begin(await get<Snapshot>("/api/snapshot")));
    for (const each of Object.values(this.views?.calls ?? {}).flat()) if (live(each)) this.#signal(each.call);
    if (!this.line || !this.views?.lines[this.line]) this.line = this.lines[0]?.name ?? "";
    if (!this.views?.away && !this.views?.lines[this.draft.line]) this.draft = { ...this.draft, ...this.#firstDesk() };
  }

  freshDraft(): Draft {
    const { line, desk } = this.#firstDesk();
    return blank(line, desk, words.language);
  }

  #firstDesk(): Pick<Draft, "line" | "desk"> {
    return { line: this.status?.name ?? "", desk: this.status?.their_desks[0] ?? "" };
  }

  take(views: Views): void {
    if (views.now && views.now !== this.views?.now) this.#ahead = views.now - Date.now();
    for (const each of over(this.views, views)) this.#overAt.set(each.call, Date.now() + this.#ahead);
    this.views = views;
    this.session = views.session;
    this.tick();
  }

  fold(change: Change, cursor: string): void {
    if (!this.views) return;
    if (change.type === "media") this.#signal(String(change.key));
    this.take(fold(this.views, change, cursor));
    if (this.pending && !this.#waits(this.pending)) this.pending = null;
  }

  /** Whether the record does not show yet what was signed for a call. */
  #waits(pending: Pending): boolean {
    const call = Object.values(this.views?.calls ?? {}).flat().find((each) => each.call === pending.call);
    if (!call) return false;
    return pending.what === "hangup" ? call.state === "in call" : call.state === "placed" || call.state === "ringing";
  }

  tick(): void {
    this.now = Date.now() + this.#ahead;
    this.sound = tones.on;
  }

  /** Whatever carries sound, from now on; what it reports is drawn. */
  useVoice(voice: VoiceLine, signal: (call: string) => void): void {
    this.voice = voice;
    this.#signal = signal;
    voice.onchange = () => (this.heard += 1);
    this.heard += 1;
  }

  /** What was written and not sent outlives a reload, and the session; nobody else finds it here. */
  keepDraft(): void {
    if (this.session) keepDraft(ownerOf(this.session), $state.snapshot(this.draft));
  }

  choose(line: string): void {
    this.line = line;
    if (!this.draft.text && !this.draft.phrase) this.draft = this.freshDraft();
  }

  dismiss(call: string): void {
    this.dismissed = new Set([...this.dismissed, call]);
  }

  tell(text: string, hint = "", bad = false): void {
    this.told = { text, hint, bad };
  }

  leave(): void {
    this.views = null;
    this.session = null;
    this.key = null;
    this.state = "login";
  }
}

export const desk = new Desk();

/** Words for whatever went wrong, from our own catalogue where the server could not speak. */
export function explain(error: unknown): void {
  if (error instanceof Refused && error.status === 401 && desk.state === "open") desk.leave();
  else if (error instanceof Refused && error.message) desk.tell(`${error.code} ${error.message}`, error.hint, true);
  else if (error instanceof Refused) desk.tell(words.say("error.unreachable"), words.say("error.unreachable_hint"), true);
  else desk.tell(words.say("error.page"), error instanceof Error ? error.message : "", true);
}
