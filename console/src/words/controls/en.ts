// English texts of the controls of a call: recording, minutes. words/en.ts takes them in.

export const controls = {
  recording: {
    agree: "Agree", ask: "Record the call…", asked: "You have asked to record. They have not agreed yet.", asks: "They ask to record this call. Nothing is recorded unless you agree.",
    discard: "Discard", discard_sure: "Discard for good", kept: "Recording of {time}, {length}, {kilobytes} kB, not saved yet",
    kept_means: "It is only in this page. Save it before you close the page; firebreak call check-recording holds the file against the record.",
    refuse: "Refuse", refused: "They do not agree to a recording. Nothing is recorded.", runs: "Recording, both sides agreed", save: "Save file",
    starts: "Both sides agreed. Recording begins when the voice is open.", stop: "Stop recording", take_back: "Take the question back", tone: "Both sides hear a short tone every 15 seconds.",
  },
  minutes: {
    agree: "Agree…", agreed: "Agreed by both sides", by_them: "They propose", by_us: "We propose", change: "Propose a change", means: "What both agree on is what both signed. A proposal alone is one side's word.",
    none: "No minutes have been proposed for this call.", open: "Minutes…", propose: "Review and sign", proposed: "Proposed by {officer}", signed: "Agreed by {officer}",
    text: "What was said and agreed, in words both can sign", title: "Minutes of the call", waits: "The other side has not agreed yet.", waits_us: "Waits for you: agree, or propose a change.",
  },
  rung: {
    above: "more than the line carries", by: "Sound", carries: "The line carries {kilobits} kbit/s each way, round trip {trip} ms, {loss} % lost.", carries_unlost: "The line carries {kilobits} kbit/s each way, round trip {trip} ms.",
    half_means: "One speaks at a time: hold F9 or Talk. A short tone says that you have finished.", lower: "Go on with “{rung}” (you sign)", note_means: "No call is understood on this line. Record a voice note: it is stored and sent.",
    record: "Record a voice note", text_means: "This line carries only text.", unmeasured: "The line has not been measured yet.", weak: "The line is too weak for this sound: {loss} % of what they say is lost.", weak_gone: "The path to the other side is breaking off.", write: "Write a message",
  },
  reach: { wide: "voice, full", low: "voice, 6 kbit/s", half: "voice, one at a time", note: "voice note", text: "text only" },
} as const;
