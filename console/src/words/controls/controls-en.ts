// English texts that no first picture shows: they are fetched right after it.

import { third } from "../third/en.ts";

export const controls = {
  ...third,
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
    half_means: "One speaks at a time: hold F9 or Talk. A short tone says that you have finished.", lower: "Go on with “{rung}” (you sign)", note_means: "No call is understood on this line. Write a message: voice notes are not sent from here yet.",
    text_means: "This line carries only text.", unmeasured: "The line has not been measured yet.", weak: "The line is too weak for this sound: {loss} % of what they say is lost.", weak_gone: "The path to the other side is breaking off.", write: "Write a message",
  },
  reach: { wide: "voice, full", low: "voice, 6 kbit/s", half: "voice, one at a time", note: "voice note", text: "text only" },
  break_in: {
    answer: "Answer the {precedence} call", breaks: "A more urgent call breaks in",
    means: "After three seconds of tone this call is held: both hear nothing of each other until you go on. Answering ends nothing.",
    waits: "Another call waits",
  },
  accounts: {
    acts: "Do", close: "Close…", close_sure: "Close for good", link: "link waits", link_for: "One-time link for {name}",
    link_hint: "Hand it over by a way that others do not read. It works once.", make: "New account", make_do: "Make account and link",
    means: "Administrators make and close accounts. They see no line and cannot speak on one.",
    mixed: "This account is also a duty officer's. Keep the two apart in real use.", new_link: "New link", officer: "Officer",
    officer_on_card: "Name on the card's roster (empty: none)",
    passkeys: { one: "{n} passkey", other: "{n} passkeys" }, revoked: "off the roster", roles: "Roles", title: "Accounts",
    until: "until {time}", ways: "Ways in",
  },
  action: {
    hand_call: "passed the call on", take_call: "took the call over", speak: "speaks", record: "on recording", minute: "minutes", read: "read", acknowledge: "acknowledged", refuse: "refused", answer: "answered", decline: "declined", busy: "was busy",
    take_watch: "took the watch", hand_over: "handed over", check: "checked", request: "asked for a call", reply: "replied",
    suspend: "suspended", restore: "restored", close: "closed", compare: "compared", release: "released",
  },
  checks: {
    means: "A node's answer shows that the machine is there. Only a check that a person signs shows a person.", node: "Check the node now",
    person: "Sign a check by person", since: "for {age}", title: "Line checks with {party}",
  },
  decline: {
    call_back: "Ask them to call", in_minutes: { one: "in {n} minute", other: "in {n} minutes" }, keep_ringing: "Keep ringing",
    means: "A decline is an answer: both records will say that you declined, and why.", reason: "Reason", review: "Review and sign",
    text: "Words for them (may stay empty)", title: "Decline the call of {party}",
    none_given: "no reason given", busy: "busy", off_hours: "outside office hours", wrong_level: "wrong level",
    principal_absent: "principal absent, message taken", needs_agenda: "an agenda is needed first", not_now: "not now, but later", refused: "refused",
  },
  drill: {
    is: "This line is an EXERCISE.", is_means: "It has keys of its own. Nothing signed here counts on a real line. The frame is on both sides.",
    real: "This line is in real use.", real_means: "Drills need a line of their own: nothing on this one can be marked as practice.", title: "Drill",
  },
  entry: {
    checkpoint: "Summed up by", copies: "Copies", hash: "Hash", name: "Entry", no_checkpoint: "no checkpoint yet", node_of: "node of {party}",
    signed_by: "Signed by", stored: "Stored here", written: "Written between", wrong: "Does not hold",
  },
  field: {
    change: "What changes", who: "Who", chunks: "Seconds recorded", ended: "Ended", last: "End of the chain", size_bytes: "Bytes", agrees: "Agreed to", by: "Whose end", consent: "Consent", description: "Description of the connection", fingerprint: "Fingerprint of the key", leg: "Path", number: "Number", sdp: "Half",
    by_timer: "By the clock alone", kept: "Call that counts", late: "After its time", media_up: "With sound", rang_seconds: "Rang for, s", tried_seconds: "Tried for, s",
    answer: "Answer", answer_by: "Answer by", asked: "Asked of them", call: "Call", call_back_at: "Call back after", contact: "Still reached by",
    consoles: "Consoles", desk: "Desk", entry: "About entry", expires_at: "Holds until", from_desk: "From desk", interpreter: "Interpreter", language: "Language",
    languages: "Languages", level: "Level", media_key: "Key of the voice", message: "Message", nonce: "Check", open_items: "Open matters", paraphrase: "In own words",
    path: "Over", phrase: "Agreed phrase", precedence: "Precedence", reason: "Reason", relation: "Relation", request: "Request", ring_seconds: "Rings for, s", role: "Role",
    scope: "What is suspended", seconds: "Seconds", subject: "Subject", text: "Text", to: "To", until: "Until", window: "Time", windows: "Times",
  },
  part: { caller: "the caller", callee: "the side that is called" },
  sdp: { offer: "offer", answer: "answer" },
  consent: { asked: "I ask for a recording", given: "I consent", withdrawn: "I do not consent" },
  sound_fault: {
    foreign_fingerprint: "Their description names another key than the one that was signed.", other_key: "Another key was given later for the same end.",
    other_certificate: "Somebody stands between: the live connection shows another key.", unsigned: "No officer of theirs stood behind the key.",
    no_certificate: "The connection showed no key.", unreadable: "Their description cannot be read.", with_candidates: "Their description carries addresses.", refused: "The browser refused their description.",
  },
  microphone: {
    refused: "The microphone was refused: you hear and are not heard. Allow it in the browser.", absent: "There is no microphone: you hear and are not heard.", unplugged: "The microphone was unplugged: you hear and are not heard.",
  },
  handover: {
    calls_since: "Calls since {time}", deaf: { one: "{n} position has no sound.", other: "{n} positions have no sound." }, end: "End the watch: nobody takes over",
    have_read: "I have read what is open.", held: "{officer} holds the watch since {time}.", no_calls: "None.", no_positions: "No page holds this desk.",
    nobody: "Nobody holds the watch at this desk.", nothing_open: "Nothing is open.", offer: "Hand over: I sign first", offered: "Signed. The relief signs next.",
    offered_hint: "Log out. The relief logs in at this browser and signs here.", open_matters: "Open matters", positions: "Positions",
    promised: "An answer is promised until {time}", relieve: "I relieve: sign", shelved: "shelved", signed_by_you: "You have signed the handover. The watch is yours until the relief signs.",
    take: "Take the watch", take_back: "Take back", taking_over: "The watch is held. To take it without a handover is seen on both sides.", title: "Handing over the watch",
    waits: "{officer} has signed the handover and waits for you.",
  },
  help: {
    change: "change", copies: "Copies of an entry", decline: "Declining takes one second of holding and a signature.", escape: "Esc closes a dialog. It never ends a call and never declines one.",
    first_keys: "First keys again", keys: "Keys", press: "Press keys…", ranks: "Alerts", rules: "Good to know", times: "All times are UTC (Z) by the node's clock.", title: "Help and keys",
  },
  intent: {
    acknowledge: "Acknowledge the top alert", silence: "Silence it for 30 s", compose: "New message", send: "Review; sign; send", answer: "Answer", decline: "Decline (hold 1 s)",
    talk: "Talk (hold)", end_call: "End call", line_1: "Choose a line", focus_alerts: "To the alerts", focus_lines: "To the lines", focus_map: "To the map",
    focus_record: "To the record", focus_call: "To the call", palette: "Next palette", help: "This help",
  },
  interpreter: { nobody: "nobody", asking_side: "the asking side", asked_side: "the asked side", both: "both sides" },
  key_refusal: {
    bare_letter: "A letter alone would be typed by accident. Hold Ctrl or Alt with it.", browser: "The browser uses this key.", taken: "This key has another meaning already.",
    escape: "Esc only closes dialogs.",
  },
  ladder: {
    machine: "by a machine", means: "Acknowledged means understood. It never means agreed.", not_yet: "not yet", person: "by a person", title: "What is known of it",
  },
  ledger: {
    answered: "Answered", attempts: "Attempts", channel: "Desk", day_attempt: "attempt, no person reached", day_contact: "a person reacted", day_none: "no attempt of ours",
    days: { one: "{n} day", other: "{n} days" }, kind: "Kind", last: "Last contact", longest: "Longest silence",
    means: "Only signed entries count. A decline is contact. Nothing here says why.", never: "never", node_means: "Since the newest entry of their node.", node_silence: "Node silent",
    outcomes: "Outcomes", over: "over the limit", person_means: "Since a person there answered, declined or was busy.", person_silence: "Persons silent", rests_on: "Rests on",
    strip: "Our calls, day by day", strip_words: "{contacts} days with contact, {tried} days with attempts only, of {n}", title: "Contact ledger: {party}", way: "From → to",
    window: "Window", within: "within the limit",
  },
  ledger_kind: { check: "line check", call: "call", request: "request", meeting: "meeting", message: "message", notice: "notice", other: "other" },
  rank_means: {
    emergency: "sounds at every position; two persons acknowledge.", alarm: "sounds until a person acknowledges.", warning: "sounds once a minute until acknowledged.", caution: "no sound; shown at handover.",
  },
  relation: {
    original: "stands alone", update: "update", add: "addition", correct: "correction", replace: "replacement", recall: "recall", relate: "belongs together", answer: "answer",
  },
  screen_test: { how: "All four ranks, eight steps of grey and every letter must be told apart in each palette.", next: "Next palette", title: "Screen test" },
  sign_kind: {
    call_part: "The call is handed over", call_media: "I speak through this key", call_record: "Recording of the call", call_minutes: "Minutes of the call",
    receipt_read: "I have read", receipt_acknowledge: "I acknowledge", receipt_refuse: "I refuse a message", call_answer: "I answer a call", call_decline: "I decline a call", call_busy: "I am busy",
    call_request: "I ask for a call", call_reply: "I reply to a request", check_person: "A person is here", check_refuse: "I refuse a check", watch_take: "I take the watch",
    watch_hand_over: "The watch is handed over", line_suspend: "The line is suspended", line_restore: "The line is restored", line_close: "The line is closed for good", message: "Message",
  },
  sound: {
    ring: "Ring", alarm: "Alarm", warning: "Warning", ring_back: "Ringing there", heard: "{sound}: how often was it heard?", how: "Play each sound, count, and type how often you heard it.",
    passed: "All four sounds were heard.", play: "Play", playing: "Listen…", refused: "The browser plays no sound.", refused_hint: "Allow sound for this page, look at the loudspeaker, try again.",
    right: "heard", title: "Sound test", wrong: "not right",
  },
  suspend: { held: "The line is suspended.", restore: "Restore", suspend: "Suspend…", title: "Suspend the line" },
  reply: {
    answer: "Answer", asks: "They ask for a call at the level “{level}”. Subject: {subject}.", title: "Request for a call",
    accept: "accept", propose: "propose a time", decline: "decline", message: "take a message",
  },
} as const;
