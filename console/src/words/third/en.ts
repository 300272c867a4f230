// English texts of colleagues in a call or for a release, and of devices. words/en.ts takes them in.

export const third = {
  third: {
    again: "Come again", ask: "Ask", asked: "{name} is asked. No answer yet.", back: "Back to the call", come_interpret: "Interpret (you sign)", come_take: "Speak with them",
    consecutive: "Original 12 dB softer than the interpreter", consulting: "You speak with {name} alone. {party} is on hold and hears nothing.",
    give: "Hand over: I sign first", given: "The call is handed over. It goes on with your colleague.", goes_on: "Goes on there with {officer}, {desk}.",
    hand_over: "Hand over…", has_signed: "{name} has signed. With your signature the call is yours.", in_call: "Also in the call",
    interpret_means: "From the moment they come both sides hear them, and both records say who came and when.", interpreter: "Interpreter…",
    leave: "Leave the call", let_go: "Let go", no_desk: "no desk", no_path: "You were asked into this call; this page has no sound in it.",
    nobody: "No colleague who could come has a page open.", not_now: "Not now", other_call: "This is not the hand-over of this call. Nothing was signed.", ours: "ours",
    refused: "{name} does not come now.", signs_next: "You have signed. {name} signs next.", take: "Take the call: sign", take_back: "Take back",
    take_means: "The other side is put on hold while the two of you speak. When both have signed, the call goes on with your colleague.",
    they_hold: "The other side has put the call on hold.", wants_interpret: "{name} asks you to interpret in the call with {party}.",
    wants_take: "{name} asks you to take over the call with {party}.", who_interprets: "Who interprets?", who_takes: "Who takes the call?",
  },
  change: { hold: "hold", resume: "resume", join: "join", leave: "leave", hand_over: "hand over" },
  outlet: {
    again: "Take a microphone", ear: "Headset", ear_gone: "The headset is gone: the voice comes from the system's own output.", means: "What is chosen counts at once, also in a call.",
    microphone: "Microphone", missing: "not plugged in", nameless: "Device {n}", open: "Devices…", own: "the system's own", ringer: "Ringing and alarms",
    ringer_gone: "The loudspeaker for ringing is gone: it rings at the system's own output.", title: "Microphone and loudspeakers", try_ring: "Play the ring",
  },
  release: {
    change: "Change and sign anew", composer_busy: "There is other text in the message form: send or clear it first, then this one can be changed.",
    drafted: "Written and signed by", first_means: "This is all that you sign, as this page read it itself. It is sent only when a second officer has signed too.",
    give_back: "Give back", left: "Signed, not sent. It waits for a second officer until {time}.", look: "Look…",
    nobody: "Nobody who may release it has a page open. Tell a colleague.",
    other_words: "These are not the words that the first officer signed. Nothing was signed. Call your security officer.", put_away: "Put away",
    readers: "The reader reads", readers_unknown: "not known: nobody is on watch there", reason: "Reason, for whoever wrote it", release: "Release: sign and send",
    released: "Released and sent with both signatures.", second_means: "This is all that you sign, as this page read it itself. With your signature it is sent.",
    sign_first: "Sign first", take_back: "Take back",
    there: { one: "{n} colleague who may release it has a page open.", other: "{n} colleagues who may release it have a page open." }, title: "For release",
    two: "Two officers release a flash message on this line. You sign first.", until: "Waits until",
  },
  release_ask: {
    second: "Release, from {officer}", waiting: "Waits for a second officer", given_back: "Given back, not sent", expired: "Not released in time, not sent",
    sent: "Released and sent",
  },
  release_state: {
    waiting: "Not sent. Waits until {time} for a second officer.", given_back: "Not sent. {officer} gave it back at {time}.",
    expired: "Not sent. Nobody released it until {time}.", sent: "Released by {officer} and sent at {time}. The record shows both officers.",
  },
} as const;
