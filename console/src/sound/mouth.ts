// What is sent: the microphone behind a gate, and the tones that the other side has to hear. Whoever records says so in
// what is sent, so that the tone is in the recordings of both.

export type Microphone = "none" | "asked" | "on" | "refused" | "absent" | "unplugged";

/** Opens the microphone. Raises what the browser raises. */
export type Capture = (device: string, speaker: boolean) => Promise<MediaStream>;

export const NOTICE_HZ = 1_400; // the recorder's tone of old
export const NOTICE_SECONDS = 0.5;
export const NOTICE_EVERY = 15;
const NOTICE_LEVEL = 0.1;
const BEEP_HZ = 1_050;
const BEEP_SECONDS = 0.12;

/** With a headset nothing changes the voice; a loudspeaker in the room needs its echo taken out. */
export const fromDevices: Capture = (device, speaker) =>
  navigator.mediaDevices.getUserMedia({
    audio: {
      ...(device ? { deviceId: { exact: device } } : {}),
      echoCancellation: speaker, noiseSuppression: speaker, autoGainControl: speaker, channelCount: 1,
    },
  });

export class Mouth {
  state: Microphone = "none";
  onchange: (() => void) | null = null;
  /** All that is sent, for a recording. */
  readonly mix: GainNode;
  #context: AudioContext;
  #capture: Capture;
  /** What the microphone gives, whether or not it is sent. */
  readonly raw: GainNode;
  #gate: GainNode;
  #out: MediaStreamAudioDestinationNode;
  #stream: MediaStream | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #opening: Promise<Microphone> | null = null;
  #notice: ReturnType<typeof setInterval> | null = null;

  constructor(context: AudioContext, capture: Capture) {
    [this.#context, this.#capture] = [context, capture];
    this.mix = context.createGain();
    this.raw = context.createGain();
    this.#gate = new GainNode(context, { gain: 0 });
    this.#out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    this.raw.connect(this.#gate).connect(this.mix).connect(this.#out);
  }

  get track(): MediaStreamTrack {
    return this.#out.stream.getAudioTracks()[0] as MediaStreamTrack;
  }

  /** Whether the microphone's sound is let through. */
  get open(): boolean {
    return this.#gate.gain.value > 0;
  }

  set open(on: boolean) {
    this.#gate.gain.value = on ? 1 : 0;
  }

  /** Take the microphone; a second request while the person is being asked is the same. */
  take(device = "", speaker = false): Promise<Microphone> {
    this.#opening ??= this.#take(device, speaker).finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #take(device: string, speaker: boolean): Promise<Microphone> {
    this.#become("asked");
    try {
      const stream = await this.#capture(device, speaker);
      this.#drop();
      this.#stream = stream;
      this.#source = this.#context.createMediaStreamSource(stream);
      this.#source.connect(this.raw);
      for (const track of stream.getAudioTracks()) track.onended = () => this.#lost(stream);
      this.#become("on");
    } catch (error) {
      this.#become(error instanceof DOMException && error.name === "NotAllowedError" ? "refused" : "absent");
    }
    return this.state;
  }

  /** The browser's sign that it records goes out. */
  release(): void {
    this.open = false;
    this.#drop();
    this.notice(false);
    this.#become("none");
  }

  /** That it is recorded: half a second every fifteen, from now on. */
  notice(on: boolean): void {
    if (this.#notice !== null) clearInterval(this.#notice);
    this.#notice = null;
    if (!on) return;
    const sound = (): void => this.#tone(NOTICE_HZ, NOTICE_SECONDS, NOTICE_LEVEL);
    this.#notice = setInterval(sound, NOTICE_EVERY * 1_000);
    sound();
  }

  /** Over: the key was let go. */
  roger(): void {
    this.#tone(BEEP_HZ, BEEP_SECONDS, NOTICE_LEVEL);
  }

  #tone(hertz: number, seconds: number, level: number): void {
    const tone = new OscillatorNode(this.#context, { frequency: hertz });
    const gain = new GainNode(this.#context, { gain: level });
    tone.connect(gain).connect(this.mix);
    tone.onended = () => gain.disconnect();
    tone.start();
    tone.stop(this.#context.currentTime + seconds);
  }

  #lost(stream: MediaStream): void {
    if (stream !== this.#stream) return;
    this.#drop();
    this.#become("unplugged");
  }

  #drop(): void {
    this.#source?.disconnect();
    for (const track of this.#stream?.getTracks() ?? []) {
      track.onended = null;
      track.stop();
    }
    this.#stream = this.#source = null;
  }

  #become(state: Microphone): void {
    this.state = state;
    this.onchange?.();
  }
}
