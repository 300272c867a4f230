// A voice note: what is said is recorded here, listened to, signed, and then sent as a file when the line carries no call.

export const NOTE_TYPE = "audio/webm;codecs=opus";
export const NOTE_BITS = 6_000; // thirty seconds are some 25 kB
export const NOTE_SECONDS_MAX = 30;

export interface Note {
  file: Blob;
  /** SHA-256 of the file, by which the record names it. */
  hash: ArrayBuffer;
  seconds: number;
}

export interface Taking {
  stop(): Promise<Note>;
  /** Also when the longest note is full. */
  ended: Promise<Note>;
  /** How loud it is now, 0 to 1. */
  level(): number;
}

/** Records what a node of the audio graph gives, until `stop` or the longest note. */
export function takeNote(from: AudioNode): Taking {
  const out = new MediaStreamAudioDestinationNode(from.context as AudioContext, { channelCount: 1 });
  const meter = new AnalyserNode(from.context, { fftSize: 1_024 });
  from.connect(out);
  from.connect(meter);
  const recorder = new MediaRecorder(out.stream, { mimeType: NOTE_TYPE, audioBitsPerSecond: NOTE_BITS });
  const [parts, begun] = [[] as Blob[], performance.now()];
  const ended = new Promise<Note>((resolve) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = async () => {
      const seconds = (performance.now() - begun) / 1_000;
      from.disconnect(out);
      from.disconnect(meter);
      const file = new Blob(parts, { type: NOTE_TYPE });
      const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      resolve({ file, hash, seconds });
    };
  });
  const stop = (): Promise<Note> => {
    clearTimeout(timer);
    if (recorder.state !== "inactive") recorder.stop();
    return ended;
  };
  const timer = setTimeout(stop, NOTE_SECONDS_MAX * 1_000);
  recorder.start();
  return { stop, ended, level: () => loudness(meter) };
}

function loudness(meter: AnalyserNode): number {
  const samples = new Float32Array(meter.fftSize);
  meter.getFloatTimeDomainData(samples);
  return Math.min(1, Math.max(...samples.map(Math.abs)));
}
