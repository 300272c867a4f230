// English, and with it the list of all texts: the other languages have exactly these.

import type { Text } from "../model/words.ts";

export const en = {
  alert: {
    approach_ahead: "{label} will come near {site}", close_approach: "CLOSE APPROACH: {label} at {metres} m from {site} (limit {limit} m)", hazard_unclear: "Announced danger not compared with our sites: {line}", hazard_near: "Announced danger {metres} m from {site} (limit {limit} m)", position_doubtful: "Position of {label} cannot be believed ({count} tracks)", tracks_stalled: "Nothing new from {feed}: tracks may be old",
    call_unanswered: "Calls unanswered on {line}", certificate_expiring: "A certificate of {line} expires {until_at}",
    clock_offset: "Clock is off by {seconds} s", contradiction: "Two versions of one entry on {line}",
    flash_unread: "FLASH message from {line} unread", line_silent: "Line silent: {line}, {minutes} min (limit {limit})",
    link_degraded: "Link degraded: {line}", media_not_secure: "LINE NOT SECURE: voice on {line} failed verification",
    no_sound: "No position with sound at {desk}", receipt_overdue: "Receipt overdue on {line}", stop_now: "STOP NOW from {line}",
    urgent_notice: "Urgent notice on {line} unanswered", notices_more: "{count} more notices from the other side, not shown as alarms: {line}",
    notice_overdue: "Notice, site or question waits on {line}", read_back_differs: "Place read back wrongly: {line}",
    chain_failed: "Alarm chain failed: {channel}", console_certificate: "The console's certificate expires {until_at}", disk_reserve: "Disk reserve is used", flood: "{count} alerts in ten minutes", node_away: "The node does not answer", not_signing: "Nothing is signed on {line}", witness_silent: "Witness silent: {line}",
  },
  alert_do: {
    approach_ahead: "Watch it on the map.", close_approach: "Look at the map, then call the other side.", hazard_unclear: "Open the notice. Compare area and text, then answer it.", hazard_near: "Look at the map. Warn the site, ask the other side.", position_doubtful: "Ask another source before anybody acts on it.", tracks_stalled: "Have the receiver or the file of sites looked at.",
    call_unanswered: "Call again or use the other link.", certificate_expiring: "Renew the card.",
    clock_offset: "Call the operator of the clock.", contradiction: "Do not act on either. Call them.",
    flash_unread: "Read it now.", line_silent: "Make a line check, then call.", link_degraded: "Expect delay. Keep messages short.",
    media_not_secure: "Hang up. Say nothing more on this call.", no_sound: "Press a key at that position and test the sound.",
    receipt_overdue: "Call and ask whether it arrived.", stop_now: "Pass it on now. Then acknowledge.",
    urgent_notice: "Open it, pass it on, answer it.", notices_more: "See the list of notices. Ask them by voice.",
    notice_overdue: "Open the notices and answer, or call.", read_back_differs: "Compare the places with them by voice now.",
    chain_failed: "Alerts may not reach you elsewhere. Stay here.", console_certificate: "Renew it.", disk_reserve: "Make space. Only what is urgent is taken in.", flood: "Work from the top.", node_away: "Call the operator. Use the other means.", not_signing: "Call the operator. Nothing you send counts.", witness_silent: "Nothing now. Say so at handover.",
  },
  alert_state: { unacknowledged: "unack", acknowledged: "ack", rectified: "over, unack", shelved: "shelved", half: "half, one more" },
  alerts: {
    acknowledge: "Acknowledge", fewer: "Fewer", flood: { one: "{n} alert at once: work from the top.", other: "{n} alerts at once: work from the top." },
    more: { one: "{n} more", other: "{n} more" }, shelve: "Shelve 1 h", shelved: { one: "{n} shelved", other: "{n} shelved" },
    silence: "Silence 30 s", silenced: "Silenced", title: "Alerts", until: "until {time}",
  },
  ask: { agree_minutes: "Minutes to agree on", answer_call: "Call rings", read_message: "Message unread", reply_request: "Request for a call", take_watch: "Desk without a watch" },
  ask_do: { agree_minutes: "Open", answer_call: "Answer", read_message: "Open", reply_request: "Reply", take_watch: "Take watch" },
  asked: { nothing: "Nothing waits for you.", title: "Asked of you" },
  bar: {
    desk: "Desk", display: "Display", exercise: "Exercise exercise exercise", language: "Language", log_out: "Log out",
    no_watch: "No watch", on_watch: "On watch: {officer}", screens: "Screens", sound_off: "No sound", sound_on: "Sound on",
  },
  call: {
    aloud: "Read aloud, in turn: the caller the first ten digits, the other side the last ten.", lost: "This page has no sound in the call. The call goes on.", muted: "Muted: you are not heard.",
    push: "Push to talk", resume: "Begin sound again (you sign)", unmute: "Unmute",
    answer: "Answer", answering: "Signed. Waiting for the record.", busy: "Busy", call_back: "They ask to be called after {time}.",
    checked: "Both checks passed: signed key and live key.", crossed: "You answered as they hung up. Call back.", decline: "Decline",
    end: "End call", evidence: "Evidence {grade}", hold: "hold 1 s", hold_call: "Hold", id: "Call", idle: "No call.", mute: "Mute",
    no_watch: "You are not on watch at this desk: calls do not ring here.",
    not_secure: "NOT SECURE. The voice is not that of the signed call. You hear nothing and are not heard. End the call.",
    placed_by_them: "Placed by them {time}", placed_by_us: "Placed by us {time}", put_away: "Put away",
    reaching_means: "Their node has not answered yet. Nothing rings.", ringing_means: "Their node has signed that it rings there.",
    signed_by: "Signed by {officer}", signs: "{officer} signs: answered at this desk.", talk: "Talk", title: "Call",
    verifying: "Checking the voice. You hear nothing until both checks pass.", withdraw: "Withdraw call",
    without_sound: "This call is in the record. It has no sound here.",
  },
  compose: {
    has_phrase: "An agreed phrase is in this message. Open it to see.",
    open: "Phrases", placeholder: "Own words",
    precedence: "Precedence", review: "Review", sent: "In the record and on its way.", text: "Text",
    title: "New message", to: "To",
  },
  copies: { own: "our copy", both: "both copies", disagree: "copies disagree" },
  do: { back: "Back", close: "Close", print: "Print" },
  error: {
    lost: "No connection to the console's server. What you see is old. It comes back by itself.", no_node: "The node does not answer. The page goes on by itself.",
    page: "This page made a mistake. Nothing was signed.", unreachable: "The server did not answer.", unreachable_hint: "Try again. What was signed and accepted is in the record.",
  },
  filter: { all: "all", calls: "calls", messages: "messages", checks: "checks", watch: "watch", line: "line and record" },
  kind: {
    voice_note: "Voice note", voice_part: "Part of a voice note", call_part: "Course of the call", call_record: "Recording agreed or refused", call_recorded: "Recording", call_minutes: "Minutes", line_open: "Line opened", line_agree: "Agreement", line_close: "Line closed", segment_open: "Log begun", session_up: "Session", epoch_key: "Key", card: "Card",
    revoke: "Revocation", roster: "Roster", checkpoint: "Checkpoint", line_suspend: "Suspended", line_restore: "Restored", witness_stamp: "Witness stamp",
    card_taken: "Card taken in", revoke_taken: "Revocation taken in", message: "Message", statement: "Statement", notice: "Notice", receipt_node: "Receipt: stored",
    receipt_desk: "Receipt: shown", receipt_read: "Read by a person", receipt_acknowledge: "Acknowledged", receipt_bad: "Cannot be read", receipt_refuse: "Refused",
    call_offer: "Call placed", call_ringing: "Call rings", call_answer: "Call answered", call_decline: "Call declined", call_busy: "Busy", call_no_answer: "No answer",
    call_unattended: "Unattended", call_cancel: "Call withdrawn", call_unreachable: "Unreachable", call_end: "Call ended", call_glare: "Both called", call_media: "Voice offered",
    call_candidate: "Voice path", call_secured: "Voice checked", call_request: "Call asked for", call_reply: "Reply on a call", check_ping: "Line check", check_pong: "Check answered",
    check_person: "Check by a person", check_missed: "Check missed", check_refuse: "Check refused", watch_take: "Watch taken", watch_hand_over: "Watch handed over",
    log_orphans: "Entries given back", log_adopt: "Entries adopted", proof_equivocation: "Two versions", explain: "Explanation", clock_step: "Clock stepped",
    escalation_missed: "Receipt overdue", status: "State", body_shred: "Body destroyed", witness_attest: "Attestation",
  },
  level: {
    sent: "sent", stored: "stored by their node", shown: "shown at their desk", read: "read", acknowledged: "acknowledged", bad: "their node cannot read it", refused: "refused",
  },
  level_here: {
    sent: "sent by them", stored: "stored by our node", shown: "shown at our desk", read: "read", acknowledged: "acknowledged", bad: "our node cannot read it", refused: "refused",
  },
  lines: {
    answered: { one: "{n} answered", other: "{n} answered" }, attempts: { one: "{n} call by us", other: "{n} calls by us" }, call: "Call", call_now: "Call {desk} now",
    no_proof: "no sign of life yet", none: "This node has no line yet.", overdue: "OVERDUE", proof: "sign of life {age} ago", subject: "What it is about (may stay empty)",
    their_desk_empty: "no watch at their desks", title: "Lines",
  },
  map: { look: "Look at the map, then acknowledge again.", title: "Map" },
  mark: { good: "good", disputed: "disputed: its key was revoked", void: "void: its key was revoked" },
  outcome: {
    unoffered: "not offered", placed: "placed", ringing: "ringing", answered: "answered", declined: "declined", busy: "busy", no_answer: "no answer", unattended: "unattended",
    withdrawn: "withdrawn", unreachable: "unreachable", glare: "both called", delivered: "delivered", doubtful: "doubtful", not_known_which: "declined or no answer", other: "other",
  },
  palette: { day: "Day", dusk: "Dusk", night: "Night", red: "Red" },
  phase: {
    idle: "Call", reaching: "Reaching…", ringing_there: "Rings there", ringing_here: "Incoming call", answering: "Answering…", verifying: "Checking the voice", talking: "In call",
    held: "On hold", consulting: "Consulting", conference: "Conference", degraded: "In call, weak link", not_secure: "NOT SECURE", ended: "Call ended",
  },
  precedence: { routine: "routine", priority: "priority", immediate: "immediate", flash: "flash" },
  rank: { emergency: "Emergency", alarm: "Alarm", warning: "Warning", caution: "Caution" },
  reason: {
    answered: "answered", not_yet_checked: "not yet checked", last_answer_too_old: "last answer too old", answer_late: "answer late", missed: "check missed", missed_three: "three checks missed",
    refused: "check refused", text_changed: "text changed on the way", our_trouble: "trouble on our side", their_trouble: "trouble on their side", our_clock: "our clock", their_clock: "their clock",
    our_link: "our link", their_link: "their link", our_witness: "our witness", their_witness: "their witness", our_space: "our disk is full", their_space: "their disk is full",
    our_storage: "our storage", their_storage: "their storage", contradiction: "two versions of an entry",
  },
  record: {
    about: "About", copies: "Copies", filter: "Filter",
    kind: "Kind", none: "No entry.", open: "All",
    ours: "ours", position: "Nº", side: "By", time: "Time", title: "Bilateral record",
  },
  screen: { notices: "Notices", watch: "Watch", record: "Record", ledger: "Ledger", handover: "Handover", checks: "Checks", accounts: "Accounts" },
  standing: {
    up: "Up", unproven: "Unproven", degraded: "Degraded", down: "Down", suspended: "Suspended", closed: "Closed", unopened: "Not open yet",
  },
  traffic: {
    agreed: "agreed phrase", from_us: "us", messages: "Messages", no_text: "(text not held)", none: "No message yet.", superseded: "superseded", title: "Messages", unread: "unread", views: "Shown here",
  },
} as const satisfies Record<string, Record<string, Text>>;

type Families = typeof en;
export type Catalogue = { readonly [F in keyof Families]: { readonly [K in keyof Families[F]]: Text } };
