// A voice note: what is said is stored and sent as a file when the line carries no call. It is not sent from here.

export const NOTE_TYPE = "audio/webm;codecs=opus";
export const NOTE_BITS = 6_000; // thirty seconds are some 25 kB
export const NOTE_SECONDS_MAX = 60;

export interface Note {
  file: Blob;
  /** SHA-256 of the file, by which the record names it. */
  hash: ArrayBuffer;
  seconds: number;
}

/** Records what a node of the audio graph gives, until `stop` or the longest note. */
export function takeNote(from: AudioNode): { stop(): Promise<Note>; ended: Promise<Note> } {
  const out = new MediaStreamAudioDestinationNode(from.context as AudioContext, { channelCount: 1 });
  from.connect(out);
  const recorder = new MediaRecorder(out.stream, { mimeType: NOTE_TYPE, audioBitsPerSecond: NOTE_BITS });
  const [parts, begun] = [[] as Blob[], performance.now()];
  const ended = new Promise<Note>((resolve) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = async () => {
      from.disconnect(out);
      const file = new Blob(parts, { type: NOTE_TYPE });
      const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      resolve({ file, hash, seconds: (performance.now() - begun) / 1_000 });
    };
  });
  const stop = (): Promise<Note> => {
    clearTimeout(timer);
    if (recorder.state !== "inactive") recorder.stop();
    return ended;
  };
  const timer = setTimeout(stop, NOTE_SECONDS_MAX * 1_000);
  recorder.start();
  return { stop, ended };
}
