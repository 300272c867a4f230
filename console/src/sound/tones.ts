// The sounds of the console, made here: no file is fetched. All lie between 500 and 3000 Hz and differ from their
// first half second on (MIL-STD-1472); RING is like none of the alarms.

export type Sound = "ring" | "alarm" | "warning" | "ring_back" | "reaching" | "break_in";
export const SOUNDS: readonly Sound[] = ["ring", "alarm", "warning", "ring_back"];

interface Pattern {
  /** Frequencies one after the other; 0 is a pause. */
  tones: readonly number[];
  /** Seconds of each. */
  each: number;
  shape: OscillatorType;
}

const PATTERNS: Record<Sound, Pattern> = {
  ring: { tones: [1000, 1250, 1000, 1250, 1000, 1250, 0, 0], each: 0.12, shape: "triangle" },
  alarm: { tones: [880, 1100, 1320, 0], each: 0.18, shape: "square" },
  warning: { tones: [740, 600, 0, 0], each: 0.3, shape: "triangle" },
  ring_back: { tones: [520, 0, 0], each: 0.5, shape: "sine" }, // only after their node has signed that it rings
  reaching: { tones: [2000, 0, 0, 0, 0, 0], each: 0.25, shape: "sine" }, // before that: it is not known to ring
  break_in: { tones: [1700, 2300], each: 0.25, shape: "triangle" }, // a call of a higher precedence, for three seconds
};

export class Tones {
  #context: AudioContext | null = null;
  #level = 0.25;

  /** Whether sound can be heard: browsers allow it only after a key or a click. */
  get on(): boolean {
    return this.#context?.state === "running";
  }

  /** To be called from a key or a click. */
  async wake(): Promise<boolean> {
    this.#context ??= new AudioContext();
    if (this.#context.state !== "running") await this.#context.resume();
    return this.on;
  }

  /** Play a sound so many times; gives how long it lasts, in seconds. 0 where there is no sound. */
  play(sound: Sound, times = 1): number {
    const context = this.#context;
    if (!context || !this.on) return 0;
    const { tones, each, shape } = PATTERNS[sound];
    const length = tones.length * each;
    for (let time = 0; time < times; time++) {
      tones.forEach((hertz, at) => {
        if (hertz) this.#tone(context, shape, hertz, context.currentTime + time * length + at * each, each);
      });
    }
    return times * length;
  }

  /** The loudspeaker for ringing and alarms, apart from the headset; false where it is gone. */
  async choose(device: string): Promise<boolean> {
    this.#context ??= new AudioContext();
    const context = this.#context as AudioContext & { setSinkId(id: string): Promise<void> };
    return context.setSinkId(device).then(() => true, () => false);
  }

  #tone(context: AudioContext, shape: OscillatorType, hertz: number, at: number, seconds: number): void {
    const [oscillator, gain] = [context.createOscillator(), context.createGain()];
    oscillator.type = shape;
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(this.#level, at + 0.01);
    gain.gain.setValueAtTime(this.#level, at + seconds - 0.02);
    gain.gain.linearRampToValueAtTime(0, at + seconds);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + seconds);
  }
}

export const tones = new Tones();
