// For tests in a browser (tests/sound): a page that speaks, with a record that the test plays at the other end of a
// socket. What is heard is judged by its spectrum.

import { toHex } from "../../model/bytes.ts";
import type { Capture } from "../mouth.ts";
import type { Note } from "../note.ts";
import type { Recorded } from "../recorder.ts";
import type { Media, Outside, VoiceSettings } from "../voice.ts";
import { Voices } from "../voices.ts";

interface Told {
  call: string;
  media: Media | null;
  answered: boolean;
}

interface Options extends Partial<VoiceSettings> {
  /** Where the record is played: `/record/ROOM/SIDE`. */
  record: string;
  /** Speak this tone instead of what the microphone gives. */
  tone?: number;
  /** A page that was there before: do not open by itself. */
  again?: boolean;
  /** Whether it builds the path while it rings. */
  warm?: boolean;
  /** Answer at once. */
  auto?: boolean;
}

const FLOOR = -75; // decibels under which nothing is heard

class Stand {
  voices: Voices;
  call = "";
  ours: { leg: number; description: string; stated: boolean; fingerprint: string }[] = [];
  named: string[] = [];
  gathered = false;
  found: object[] = [];
  alarms: string[] = [];
  /** What states came, one after another. */
  seen: string[] = [];
  kept: { file: number[]; sizes: number[]; recorded: Recorded } | null = null;
  told: Recorded[] = [];
  noteAt = 0;
  /** When the person clicked, in milliseconds that the pages of one machine share. */
  clickedAt = 0;
  #records = new Map<string, Promise<WebSocket>>();
  #analyser: AnalyserNode | null = null;
  #note: { stop(): Promise<Note> } | null = null;
  #opens: boolean;
  #auto: boolean;

  constructor({ record, tone, again, auto, warm, ...more }: Options) {
    const settings = { ...more, warms: () => warm ?? true };
    const outside: Outside = {
      describe: async (end) => {
        this.ours.push(end);
        this.#send(end.call, { do: "describe", ...end });
      },
      candidates: async (call, leg, candidates, last) => {
        this.named.push(...candidates);
        this.gathered ||= last;
        this.#send(call, { do: "candidates", leg, candidates, last });
      },
      secured: async (_call, leg, found) => void this.found.push({ leg, ...found }),
      recorded: async (_call, recorded) => void this.told.push(recorded),
      alarm: (_call, _leg, fault) => void this.alarms.push(fault),
      keep: async (_call, { file, sizes, recorded }) => {
        this.kept = { file: [...new Uint8Array(await file.arrayBuffer())], sizes, recorded };
      },
    };
    this.#opens = !again;
    this.#auto = auto ?? false;
    this.voices = tone ? new Voices(outside, settings, tones(tone)) : new Voices(outside, settings);
    this.voices.onchange = () => this.#watch();
    this.also(record);
  }

  /** The record of a call, the first one or a further one. */
  also(record: string): void {
    const socket = new WebSocket(`ws://${location.host}${record}`);
    const opened = new Promise<WebSocket>((resolve) => (socket.onopen = () => resolve(socket)));
    this.#records.set(record.split("/")[2] ?? "", opened);
    socket.onmessage = ({ data }) => this.#told(JSON.parse(data));
  }

  async place(): Promise<void> {
    this.clickedAt = now();
    this.#send(this.call, { do: "offer", key: await this.voices.begin() });
  }

  async answer(): Promise<void> {
    this.clickedAt = now();
    this.#send(this.call, { do: "answer", key: await this.voices.mediaKey(this.call) });
    this.#opens = true;
  }

  /** As an interpreter. */
  async join(): Promise<void> {
    await this.voices.join(this.call, async (leg) => this.#send(this.call, { do: "join", leg }));
  }

  /** When the first sound of a tone is heard, by short pieces of it. */
  async firstHeard(hertz: number): Promise<number> {
    const { heard } = this.voices.studio;
    const analyser = new AnalyserNode(heard.context, { fftSize: 1_024, smoothingTimeConstant: 0 });
    heard.connect(analyser);
    while (levelOf(analyser, hertz) < FLOOR) await new Promise((resolve) => setTimeout(resolve, 2));
    heard.disconnect(analyser);
    return now();
  }

  /** The strongest tone that reaches the output; 0 where there is none. */
  heard(): number {
    const analyser = this.#listening();
    const levels = levelsOf(analyser);
    const top = levels.indexOf(Math.max(...levels));
    return (levels[top] as number) < FLOOR ? 0 : (top * analyser.context.sampleRate) / analyser.fftSize;
  }

  /** How much of the time a tone is the strongest, of so many looks. */
  async share(hertz: number, looks: number): Promise<number> {
    let found = 0;
    for (let look = 0; look < looks; look++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (Math.abs(this.heard() - hertz) < 10) found++;
    }
    return found / looks;
  }

  /** How loud a tone reaches the output, in decibels. */
  level(hertz: number): number {
    return levelOf(this.#listening(), hertz);
  }

  /** Bytes and packets of sound that went out or came in, over all legs. */
  async media(): Promise<{ sent: number; received: number; lost: number; states: string[] }> {
    const sum = { sent: 0, received: 0, lost: 0, states: [] as string[] };
    for (const peer of this.voices.peers(this.call)) {
      sum.states.push(peer.leg.state);
      if (peer.leg.state === "closed") continue;
      for (const each of (await peer.stats()).values()) {
        if (each.type === "outbound-rtp") sum.sent += each.bytesSent + each.packetsSent;
        if (each.type !== "inbound-rtp") continue;
        sum.received += each.packetsReceived;
        sum.lost += each.packetsLost;
      }
    }
    return sum;
  }

  async beginNote(): Promise<void> {
    this.#note = await this.voices.note();
    this.noteAt = performance.now();
  }

  async endNote(): Promise<{ file: number[]; hash: string; seconds: number }> {
    const { file, hash, seconds } = await (this.#note as { stop(): Promise<Note> }).stop();
    return { file: [...new Uint8Array(await file.arrayBuffer())], hash: toHex(new Uint8Array(hash)), seconds };
  }

  /** Strength of tones in the two channels of what was recorded, from its middle. */
  async channels(file: number[], hertz: number[]): Promise<number[][]> {
    const sound = await new OfflineAudioContext(2, 1, 48_000).decodeAudioData(new Uint8Array(file).buffer);
    return Array.from({ length: sound.numberOfChannels }, (_, channel) => {
      const samples = sound.getChannelData(channel);
      const middle = samples.subarray(samples.length / 3, (2 * samples.length) / 3);
      return hertz.map((each) => strength(middle, (2 * Math.PI * each) / sound.sampleRate));
    });
  }

  #listening(): AnalyserNode {
    if (!this.#analyser) {
      const { heard } = this.voices.studio;
      this.#analyser = new AnalyserNode(heard.context, { fftSize: 8_192, smoothingTimeConstant: 0 });
      heard.connect(this.#analyser);
    }
    return this.#analyser;
  }

  #told({ call, media, answered }: Told): void {
    this.call = call;
    this.voices.placed(call);
    this.voices.take({ type: "media", key: call, value: media });
    if (this.#auto && media?.ends.length) {
      this.#auto = false;
      void this.answer();
    }
    if (answered && this.#opens) void this.voices.open(call);
  }

  #watch(): void {
    const states = this.voices.detail?.legs.map((each) => `${each.leg} ${each.state}`) ?? [];
    for (const each of states) if (!this.seen.includes(each)) this.seen.push(each);
  }

  #send(call: string, message: object): void {
    void this.#records.get(call)?.then((socket) => socket.send(JSON.stringify(message)));
  }
}

const now = (): number => performance.timeOrigin + performance.now();

function levelsOf(analyser: AnalyserNode): Float32Array {
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  return levels;
}

function levelOf(analyser: AnalyserNode, hertz: number): number {
  const at = Math.round((hertz * analyser.fftSize) / analyser.context.sampleRate);
  return Math.max(...levelsOf(analyser).slice(at - 2, at + 3));
}

/** A pure tone as a microphone. */
const tones = (hertz: number): Capture => async () => {
  const context = new AudioContext();
  await context.resume();
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const tone = new OscillatorNode(context, { frequency: hertz });
  tone.connect(new GainNode(context, { gain: 0.3 })).connect(out);
  tone.start();
  return out.stream;
};

/** Goertzel: amplitude of one frequency. */
function strength(samples: Float32Array, step: number): number {
  let [before, last] = [0, 0];
  for (const each of samples) [before, last] = [last, each + 2 * Math.cos(step) * last - before];
  const power = last * last + before * before - 2 * Math.cos(step) * last * before;
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}

Object.assign(globalThis, { begin: (options: Options) => Object.assign(globalThis, { stand: new Stand(options) }) });
