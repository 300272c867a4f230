### Words for what happens on a line: precedence, receipts, line checks, suspension, states.

## Precedence, from low to high

precedence-routine = routine
precedence-priority = priority
precedence-immediate = immediate
precedence-flash = flash

## Receipts; R1 and R2 come from machines, R3 and R4 from people, and none of them means agreement

receipt-r1 = received by their node
receipt-r2 = shown at their desk
receipt-r3 = read by a person
receipt-r4 = acknowledged by a person
    .meaning = A person has understood it. This does not mean that they agree.
receipt-refused = refused by a person
receipt-bad = unreadable for their node

## Line checks

check-good = good
check-late = late
check-missed = missed
    .meaning = No answer came in time. Why is not known.
check-refused = refused

## Suspension

suspension-suspended = suspended
    .by = suspended by { $party } since { $since }
    .until = until { $until }
    .reason = reason given: { $reason }
suspension-restored = restored
    .by = restored by { $party } at { $at }
suspension-scope-all = everything except machine line checks
suspension-scope-calls = calls
suspension-scope-messages = messages
suspension-scope-notices = notices
suspension-scope-below-flash = everything below flash

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

line-health-green = working
    .meaning = A fresh line check was answered.
line-health-amber = uncertain
    .meaning = One line check was missed.
line-health-red = not to be relied on
    .meaning = Three line checks were missed, the record contradicts itself, or a store has failed.
