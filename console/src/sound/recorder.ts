// A recording of a call: what was sent on the left, what was heard on the right, in chunks of a second, each hashed
// into a chain (decisions/0013). It runs only while officers of both sides consent; the caller of this sees to that.

import { toHex, type Bytes } from "../model/bytes.ts";
import { chained, chainStart } from "./chain.ts";

export const RECORDING_TYPE = "audio/webm;codecs=opus";
export const RECORDING_BITS = 48_000; // below some 44,000 Opus takes two voices for one in stereo: 14 dB apart, not 60
export const CHUNK_MS = 1_000;

export interface Recorded {
  chunks: number;
  bytes: number;
  /** The chain after the last chunk, in hexadecimal. */
  last: string;
  ended: boolean;
}

export interface Recording {
  file: Blob;
  /** Lengths of the chunks in bytes, by which the chain can be computed again from the file. */
  sizes: number[];
  recorded: Recorded;
  /** 1: of the caller; 2: of the side that was called. */
  part: number;
}

export class Recorder {
  #recorder: MediaRecorder;
  #chain: Promise<Bytes>;
  #chunks: Blob[] = [];
  #tell: (recorded: Recorded) => void;
  #ended: Promise<void>;
  #disconnect: () => void;
  #part: number;

  /** `tell` is called after every chunk. */
  constructor(sent: AudioNode, heard: AudioNode, call: Bytes, part: number, tell: (recorded: Recorded) => void) {
    const context = sent.context as AudioContext;
    const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
    const [left, right] = [mono(sent), mono(heard)];
    left.connect(merger, 0, 0);
    right.connect(merger, 0, 1);
    merger.connect(out);
    this.#disconnect = () => {
      sent.disconnect(left);
      heard.disconnect(right);
      merger.disconnect();
    };
    [this.#tell, this.#part] = [tell, part];
    this.#chain = chainStart(call, part);
    this.#recorder = new MediaRecorder(out.stream, { mimeType: RECORDING_TYPE, audioBitsPerSecond: RECORDING_BITS });
    this.#recorder.ondataavailable = ({ data }) => this.#add(data);
    this.#ended = new Promise((resolve) => (this.#recorder.onstop = () => resolve()));
    this.#recorder.start(CHUNK_MS);
  }

  async stop(): Promise<Recording> {
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
    await this.#ended;
    this.#disconnect();
    const recorded = await this.#standing(true);
    const file = new Blob(this.#chunks, { type: RECORDING_TYPE });
    return { file, sizes: this.#chunks.map((each) => each.size), recorded, part: this.#part };
  }

  #add(chunk: Blob): void {
    if (chunk.size === 0) return;
    this.#chunks.push(chunk);
    const count = this.#chunks.length;
    this.#chain = this.#chain.then(async (before) => chained(before, new Uint8Array(await chunk.arrayBuffer())));
    void this.#chain.then(async () => {
      const goesOn = count === this.#chunks.length && this.#recorder.state === "recording";
      if (goesOn) this.#tell(await this.#standing(false));
    });
  }

  async #standing(ended: boolean): Promise<Recorded> {
    const [chunks, bytes] = [this.#chunks.length, this.#chunks.reduce((sum, each) => sum + each.size, 0)];
    return { chunks, bytes, last: toHex(await this.#chain), ended };
  }
}

function mono(node: AudioNode): AudioNode {
  const gain = new GainNode(node.context, { channelCount: 1, channelCountMode: "explicit" });
  node.connect(gain);
  return gain;
}
