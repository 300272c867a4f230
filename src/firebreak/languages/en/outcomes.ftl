### Outcomes of a call and reasons for declining one. Seven different facts: never use one word for another.

## Outcomes; `meaning` says what is known and nothing more

outcome-answered = answered
    .meaning = A person at the desk answered the call.
outcome-declined = declined
    .meaning = A person at the desk declined the call.
outcome-busy = busy
    .meaning = A person at the desk reported being busy with something else.
outcome-no-answer = no answer
    .meaning = It rang at the desk and nobody answered.
outcome-unattended = unattended
    .meaning = Their node replied, but nobody was on watch at the desk.
outcome-withdrawn = withdrawn
    .meaning = The caller gave up before there was an answer.
outcome-unreachable = unreachable
    .meaning = The caller's node had no reply from their node. Why is not known.

## Not yet or not an outcome

outcome-placed = placed
    .meaning = The call is under way. Nothing is known yet but that it was placed.
outcome-ringing = ringing
    .meaning = Their node says that it is ringing at the desk.
outcome-glare = both called
    .meaning = Both sides called at the same time. The other call counts; this one is no attempt of its own.

## Reasons given for declining

decline-busy = busy
decline-off-hours = outside office hours
decline-wrong-level = wrong level
decline-principal-absent = principal absent, message taken
decline-needs-agenda = an agenda is needed first
decline-not-now = not now, but later
    .until = not before { $until }
decline-refused = refused
decline-none-given = no reason given
