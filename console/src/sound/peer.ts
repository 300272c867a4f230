// A leg bound to the browser's own connection. All thought is in leg.ts; this only does what it wishes, in its order.

import { toHex } from "../model/bytes.ts";
import { Batch } from "./batch.ts";
import { fingerprintOf, outgoing, rungOf } from "./description.ts";
import { idle, take, type Effect, type Event, type Fault, type Leg, type Role } from "./leg.ts";
import { lower, type Rung } from "./rungs.ts";

export interface Path {
  /** Relays and their short-lived credentials. */
  ice: readonly RTCIceServer[];
  /** No address of ours is shown to the other side. */
  relayOnly: boolean;
  rung: Rung;
}

/** Where a leg says what it has to say. Each may take as long as it needs; they are called one after another. */
export interface Ports {
  describe(fingerprint: string, description: string): Promise<void>;
  name(candidates: readonly string[], last: boolean): Promise<void>;
  report(ours: string, theirs: string, checks: number): Promise<void>;
  alarm(fault: Fault): void;
  /** What is sent while the leg is open. */
  voice(): MediaStreamTrack | null;
  changed(peer: Peer): void;
}

export class Peer {
  readonly number: number;
  leg: Leg;
  rung: Rung;
  /** The desk at the other end, as it names itself. */
  desk = "";
  /** The browser has lost sight of the other end and goes on looking. */
  fading = false;
  #ports: Ports;
  #connection: RTCPeerConnection;
  #transceiver: RTCRtpTransceiver | null = null;
  #batch = new Batch((candidates, last) => this.feed({ type: "gathered", candidates, last }));
  #work: Promise<void> = Promise.resolve();
  #words: Promise<void> = Promise.resolve();
  #sent: MediaStreamTrack | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(number: number, role: Role, path: Path, ports: Ports) {
    this.number = number;
    this.leg = idle(role);
    this.rung = path.rung;
    this.#ports = ports;
    this.#connection = new RTCPeerConnection({
      iceServers: [...path.ice],
      iceTransportPolicy: path.relayOnly ? "relay" : "all",
      bundlePolicy: "max-bundle",
      rtcpMuxPolicy: "require",
    });
    this.#connection.onicecandidate = ({ candidate }) => this.#batch.add(candidate?.candidate ?? "");
    this.#connection.onconnectionstatechange = () => this.#moved();
    this.feed({ type: "begun" });
  }

  /** The track that may be heard: only of a leg that is open. */
  get track(): MediaStreamTrack | null {
    return this.leg.state === "open" ? (this.#transceiver?.receiver.track ?? null) : null;
  }

  feed(event: Event): void {
    const [leg, effects] = take(this.leg, event);
    if (leg === this.leg && effects.length === 0) return;
    this.leg = leg;
    for (const each of effects) this.#do(each);
    this.#arm();
    this.#ports.changed(this);
  }

  /** Resolves when our certificate is known, or never will be. */
  async key(): Promise<string | null> {
    await this.#work;
    return this.leg.ours;
  }

  /** Send what the microphone gives now; nothing unless the leg is open. */
  speak(): void {
    const track = this.leg.state === "open" ? this.#ports.voice() : null;
    if (track === this.#sent) return;
    this.#sent = track;
    void this.#transceiver?.sender.replaceTrack(track).catch(() => {});
  }

  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  #do(effect: Effect): void {
    switch (effect.do) {
      case "open":
      case "shut":
        return this.speak();
      case "release":
        return this.#release();
      case "describe":
        return this.#say(() => this.#ports.describe(effect.fingerprint, effect.description), "failed");
      case "name":
        return this.#say(() => this.#ports.name(effect.candidates, effect.last));
      case "report":
        return this.#say(() => this.#ports.report(effect.ours, effect.theirs, effect.checks));
      case "alarm":
        return this.#ports.alarm(effect.fault);
      default:
        this.#work = this.#work.then(() => this.#doLater(effect)).catch(() => this.feed({ type: "refused" }));
    }
  }

  async #doLater(effect: Extract<Effect, { do: "make" | "accept" | "add" | "look" }>): Promise<void> {
    if (this.leg.state === "muted" || this.leg.state === "closed") return;
    if (effect.do === "make") await this.#make(effect.role);
    if (effect.do === "accept") await this.#accept(effect.description);
    if (effect.do === "add") await this.#add(effect.candidates);
    if (effect.do === "look") await this.#look();
  }

  async #make(role: Role): Promise<void> {
    if (role === "offer") this.#transceiver = prefer(this.#connection.addTransceiver("audio"));
    await this.#connection.setLocalDescription();
    const sdp = this.#connection.localDescription?.sdp ?? "";
    const fingerprint = fingerprintOf(sdp) ?? "";
    this.feed({ type: "described", now: Date.now(), fingerprint, description: outgoing(sdp, this.rung) });
  }

  async #accept(sdp: string): Promise<void> {
    if (sdp.split("\r\nm=").length !== 2) throw new Error("more than one medium");
    const type = this.leg.role === "offer" ? "answer" : "offer";
    await this.#connection.setRemoteDescription({ type, sdp });
    this.rung = lower(this.rung, rungOf(sdp));
    const [first] = this.#connection.getTransceivers();
    if (first?.receiver.track.kind !== "audio") throw new Error("no sound in it");
    this.#transceiver = first;
    if (this.leg.role === "answer") first.direction = "sendrecv";
  }

  /** A candidate that the browser cannot use is none. */
  async #add(candidates: readonly string[]): Promise<void> {
    for (const candidate of candidates) {
      await this.#connection.addIceCandidate({ candidate, sdpMLineIndex: 0 }).catch(() => {});
    }
  }

  /** The browser may know the certificate a little later than the connection; the leg itself bounds the wait. */
  async #look(): Promise<void> {
    const transport = this.#transceiver?.sender.transport;
    const [certificate] = transport?.getRemoteCertificates() ?? [];
    if (!transport || !certificate) {
      transport?.addEventListener("statechange", () => void this.#look(), { once: true });
      return;
    }
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", certificate));
    this.feed({ type: "certificate", fingerprint: toHex(hash) });
  }

  #moved(): void {
    const state = this.#connection.connectionState;
    this.fading = state === "disconnected";
    if (state === "connected") this.feed({ type: "connected", now: Date.now() });
    if (state === "failed") this.feed({ type: "ended", reason: this.leg.live ? "lost" : "no_path" });
    this.#ports.changed(this);
  }

  /** One after another; where the description was not taken, the leg is none. */
  #say(word: () => Promise<void>, otherwise?: "failed"): void {
    this.#words = this.#words.then(word).catch(() => {
      if (otherwise) this.feed({ type: "ended", reason: otherwise });
    });
  }

  #arm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const wait = this.leg.due === null ? null : Math.max(0, this.leg.due - Date.now());
    this.#timer = wait === null ? null : setTimeout(() => this.feed({ type: "tick", now: Date.now() }), wait);
  }

  #release(): void {
    this.#batch.stop();
    this.#connection.onicecandidate = this.#connection.onconnectionstatechange = null;
    this.#connection.close();
  }
}

/** Opus and nothing else: a shorter description, and nothing that the rungs would not reach. */
function prefer(transceiver: RTCRtpTransceiver): RTCRtpTransceiver {
  const opus = RTCRtpReceiver.getCapabilities("audio")?.codecs.filter((each) => each.mimeType === "audio/opus") ?? [];
  if (opus.length > 0) transceiver.setCodecPreferences(opus);
  return transceiver;
}
