// What is heard. A track that may not be heard has no way to the output at all: it is not turned down, it is not there.

interface Heard {
  element: HTMLAudioElement;
  source: MediaStreamAudioSourceNode;
  gain: GainNode;
}

export const SOFT = 10 ** (-12 / 20); // 12 dB: the interpreter is clearly above the original, and both are heard

export class Ear {
  /** All that is heard, for a recording. */
  readonly mix: GainNode;
  #context: AudioContext;
  #heard = new Map<MediaStreamTrack, Heard>();

  constructor(context: AudioContext) {
    this.#context = context;
    this.mix = context.createGain();
    this.mix.connect(context.destination);
  }

  /** Exactly these and no others; some of them 12 dB softer. */
  hear(tracks: readonly MediaStreamTrack[], soft: ReadonlySet<MediaStreamTrack> = new Set()): void {
    for (const [track, heard] of this.#heard) {
      if (!tracks.includes(track)) this.#let(track, heard);
    }
    for (const track of tracks) {
      const heard = this.#heard.get(track) ?? this.#join(track);
      this.#heard.set(track, heard);
      heard.gain.gain.value = soft.has(track) ? SOFT : 1;
    }
  }

  get count(): number {
    return this.#heard.size;
  }

  /** Half-duplex: who talks does not hear. */
  set deaf(on: boolean) {
    this.mix.gain.value = on ? 0 : 1;
  }

  /** Another headset; raises when the device is gone. */
  async choose(device: string): Promise<void> {
    await (this.#context as AudioContext & { setSinkId(id: string): Promise<void> }).setSinkId(device);
  }

  #join(track: MediaStreamTrack): Heard {
    const stream = new MediaStream([track]);
    const element = new Audio(); // Chromium fetches the sound of a connection only for an element, even a silent one
    element.muted = true;
    element.srcObject = stream;
    void element.play().catch(() => {});
    const source = this.#context.createMediaStreamSource(stream);
    const gain = new GainNode(this.#context);
    source.connect(gain).connect(this.mix);
    return { element, source, gain };
  }

  #let(track: MediaStreamTrack, { element, source, gain }: Heard): void {
    source.disconnect();
    gain.disconnect();
    element.srcObject = null;
    this.#heard.delete(track);
  }
}
