### Words for what happens on a line: precedence, receipts, line checks, suspension, states.

## Precedence, from low to high

precedence-routine = routine
precedence-priority = priority
precedence-immediate = immediate
precedence-flash = flash

## How far a message has come; stored and shown come from machines, read and acknowledged from people, and none means agreement

receipt-sent = sent
    .meaning = It is on its way. Nothing is known of the other side.
receipt-stored = received by their node
receipt-shown = shown at their desk
receipt-read = read by a person
receipt-acknowledged = acknowledged by a person
    .meaning = A person has understood it. This does not mean that they agree.
receipt-bad = unreadable for their node
receipt-refused = refused by a person

## Reasons given for refusing a message

refusal-none-given = no reason given
refusal-wrong-desk = wrong desk
refusal-wrong-level = wrong level
refusal-not-understood = not understood
refusal-language = language not understood
refusal-suspended = line suspended
refusal-not-accepted = not accepted
refusal-other = other reason

## Why a node cannot use an entry

bad-undecodable = cannot be decoded
bad-commitment = the body is not the one that was signed
bad-critical = needs an extension not known here
bad-limit = larger than agreed
bad-other = other fault

## What a message is to an earlier one

relation-original = new
relation-update = update
relation-add = addition
relation-correct = correction
relation-replace = replacement
relation-recall = recall
relation-relate = related
relation-answer = answer

## Line checks

check-good = good
check-late = late
check-missed = missed
    .meaning = No answer came in time. Why is not known.
check-refused = refused

## Reasons given for refusing a line check

check-refusal-none-given = no reason given
check-refusal-off-hours = outside office hours
check-refusal-exercise = exercise
check-refusal-suspended = line suspended
check-refusal-other = other reason

## Suspension

suspension-suspended = suspended
    .by = suspended by { $party } since { $since }
    .until = until { $until }
    .reason = reason given: { $reason }
suspension-restored = restored
    .by = restored by { $party }, { $at }
suspension-scope-all = everything that people send
suspension-scope-voice = calls and call requests
suspension-scope-messages = messages
suspension-scope-notices = notices
suspension-scope-all-but-emergency = everything below immediate

## States of a line

line-state-draft = in preparation
line-state-exchanged = cards exchanged
line-state-compared = digits compared
line-state-open = open
line-state-suspended = suspended
line-state-closed = closed
line-state-contradiction = contradiction
    .meaning = The other side signed two different entries under one number. Treat both as unreliable and confirm by voice.

## How far a line can be relied on now

colour-green = working
    .meaning = A fresh line check was answered.
colour-unknown = not known
    .meaning = There is no line check fresh enough to judge by.
colour-amber = uncertain
    .meaning = Something is not as agreed; the reasons say what.
colour-red = not to be relied on
    .meaning = Three line checks were missed, the record contradicts itself, or a store has failed.

## The facts behind it; never a cause

status-answered = line check answered
status-not-yet-checked = not checked yet
status-last-answer-too-old = last answer too old
status-answer-late = answer late
status-missed = one line check missed
status-missed-three = three line checks missed
status-refused = line check refused
status-text-changed = check text came back changed
status-our-trouble = our node reports trouble
status-their-trouble = their node reports trouble
status-our-clock = our clock cannot be relied on
status-their-clock = their node reports: its clock cannot be relied on
status-our-link = a link of ours is down
status-their-link = their node reports: a link is down
status-our-witness = a witness does not answer us
status-their-witness = their node reports: a witness does not answer
status-our-space = our disk is nearly full
status-their-space = their node reports: its disk is nearly full
status-our-storage = our store has failed
status-their-storage = their store has failed
status-contradiction = the record contradicts itself

## What has not come in time

overdue-contact = sign of life
overdue-check = answer to a line check
overdue-person = line check by a person
overdue-receipt = receipt
overdue-answer = answer asked for

## Cards, keys and release: what desks are told

told-card-in-force = new card in force
    .meaning = Officers, desks and keys of this party are those of the new card from here on. What was written before stays as it is.
told-card-offered = our new card waits for the other side
    .meaning = Until the other side has taken it in, the card before it holds.
told-card-not-taken = card not taken in
    .meaning = It breaks a rule. The card before it goes on holding; the other side is told why.
told-card-taken-over = taken over by the next root keys
    .meaning = The party has announced these keys itself. Ask by voice why it has changed them.
told-card-new-keys = new keys when their node starts again
told-key-revoked = log key revoked
    .meaning = Nothing new under this key counts. Confirm by voice what was written under it of late.
told-revocation-not-taken = revocation not taken in
    .meaning = It is not signed as it has to be. Nothing changed.
told-entry-void = void entry came in
    .meaning = It is signed with a revoked key. It is kept, and nothing follows from it.
told-contradiction-explained = contradiction explained
    .meaning = The root keys of its author say how it came about. The proof stays.
told-not-released = not released as agreed
    .meaning = Two officers should have released it. It is genuine all the same; ask by voice who stands by it.
told-record-damaged = the record on our disk is damaged
    .meaning = The node goes on with what it has. What cannot be read comes back from the other side.

## What a revocation makes of an entry

mark-good = stands
mark-disputed = disputed by its author
    .meaning = Its key was revoked. It was acknowledged before, so it stays.
mark-void = void
    .meaning = Its key was revoked and nobody had acknowledged it. It is kept and worth nothing.

## What may be too much of one thing

limit-entries = entries
limit-bytes = bytes of our disk
limit-checks = line checks asked for
limit-lists = lists of what is held
limit-flash = flash messages
limit-calls = calls and requests for calls
limit-answers = receipts and answers
limit-segments = starts of the node
limit-sessions = sessions
limit-sound = keys and addresses for the sound of calls
limit-notices = notices, questions and incidents
limit-matchings = private matchings

## The health of the node, and floods: what desks are told

health-floods = their node sends more than its share
    .meaning = It is taken in more slowly and nothing of it is lost. Flash and calls get through.
health-slows = their node takes in more slowly what we send
    .meaning = It says so in the record. Nothing of it is lost.
health-link-up = link is up
health-link-lost = link is down
    .meaning = Why is not known.
health-space-low = our disk is filling up
    .meaning = Below the reserve only flash, calls, receipts and our own words are taken in.
health-clocks-apart = the two clocks differ
    .meaning = One of the two is wrong. Which one is not known.
health-store-failed = our store has failed
    .meaning = This node signs nothing more and ends. Nothing that was answered is lost.
health-over = over

## Sound of calls

sound-media-described = sound: one end is described
sound-candidates-came = sound: addresses came in
sound-media-signed = sound: officers of both sides have signed the keys
sound-media-secured = sound: a console has checked the keys
sound-media-contradicted = not secure
    .meaning = The sound came by another key than the one that officers signed. Say nothing more there; ask over another way.
sound-held = call held
sound-resumed = call resumed
sound-joined = a third person joined
sound-left = the third person left
sound-handed-over = call passed on to another officer
sound-recording-asked = recording asked for
sound-recording-agreed = both sides agree to a recording
sound-recording-ended = no recording from here on
sound-recorded = part of the recording is stored
sound-minutes-proposed = minutes proposed
sound-minutes-agreed = minutes agreed to

## Voice notes

voice-note-announced = voice note announced, its sound follows
voice-note-completed = voice note is here in full
voice-note-doubted = an entry about a voice note does not count

## Where a leg of the sound stands

leg-silent = no sound
leg-described = one end described
leg-warm = connected, silent
leg-signed = keys signed
leg-checked = checked on one side
leg-secured = secured
leg-contradicted = not secure

## How a side stands to a recording

consent-asked = asked for
consent-given = consented
consent-withdrawn = withdrawn

## Private matchings: what is said of one

matching-proposed = matching proposed
matching-answered = matching answered
matching-committed = bound to a set
matching-message-whole = message is here in full
matching-completed = matching complete; each side can know the cells that both named
matching-concluded = an officer says what came of it
matching-lapsed = matching lapsed
    .meaning = Why it did not come to an end is not known.
matching-doubted = does not count
matching-word-accept = accepted
matching-word-decline = declined
matching-word-off = their node takes no part in such things
matching-result-hits = cells that both named
matching-result-nothing = no cell that both named
matching-result-not-told = not told
