"""Short scripted stories: every kind of thing that a line is for, each with the acts that make it happen.

They are days like any other. Their use is that every point at which a process can end is tried in them, one
after another (`enumeration.py`): what happens once in a thousand random days happens here for certain.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from firebreak.sim.acts import parse_acts
from firebreak.sim.day import Day, Mode
from firebreak.sim.matchers import MATCHINGS, MATCHINGS_TOLD
from firebreak.sim.notifiers import MEDDLED, NOTICES, NOTICES_TOLD
from firebreak.sim.renewals import IMPOSTURES, RENEWALS, TOLD
from firebreak.sim.spoken import SPOKEN, SPOKEN_TOLD

WATCHES: Final = """
    0.200 North take one
    0.300 South take one
"""

QUEUE: Final = "\n".join(
    (
        "0.9 North weather 50 0 0 0 0 0 1500",
        *(f"1.{number:03} North send routine 2900" for number in range(16)),
        "1.100 North send flash",
    )
)

STORIES: Final[dict[str, str]] = {
    "a routine message": "1 North send routine",
    "a priority message both ways": "1 North send priority\n1 South send priority",
    "an immediate message shown": "1 North send immediate\n2 South show",
    "a flash shown, read and acknowledged": """
        1 North send flash
        2 South show
        3 South read 0 one
        4 South acknowledge 0 one
    """,
    "a flash overtakes a long queue": QUEUE,
    "a message read by two officers": "1 North send immediate\n2 South read 0 one\n3 South read 0 two",
    "a message refused": "1 North send routine\n2 South refuse 0 one",
    "a correction": "1 North send priority\n2 North follow correct\n3 South read 0 one",
    "a recall crosses an acknowledgement": """
        1 North send immediate
        2 South acknowledge 0 one
        2.005 North follow recall
    """,
    "an answer to a message": "1 North send immediate\n2 South follow answer\n3 North read 0 one",
    "an update of an update": "1 North send routine\n2 North follow update\n3 North follow update",
    "nobody receipts a flash": "1 North cut 60\n1.5 North send flash\n40 South show",
    "an alarm while the node was down": """
        1 North cut 90
        1.5 North send flash
        2 North kill 40
        80 South send routine
    """,
    "a call answered and ended": """
        1 North place immediate 20
        3 South answer one
        8 North hang_up
        9 South hang_up
    """,
    "a call declined": "1 North place routine 20\n3 South decline one",
    "a call declined for later": "1 North place routine 20\n3 South decline one 5",
    "a call to one who is busy": "1 North place routine 20\n3 South busy one",
    "a call that nobody answers": "1 North place routine 5\n9 North send routine",
    "a call to an unattended desk": "0.8 South leave\n1 North place routine 20",
    "a call withdrawn": "1 North place routine 20\n3 North cancel",
    "a call that does not reach them": "0.9 North cut 50\n1 North place routine 5\n45 North send routine",
    "a call answered as it is withdrawn": "1 North place routine 20\n3 North cancel\n3.005 South answer one",
    "both call each other": """
        1 North place routine 20
        1.005 South place routine 20
        4 North answer one
        4.100 South answer one
    """,
    "both call each other and nobody answers": "1 North place routine 5\n1.005 South place routine 5",
    "a call while the callee is down": "1 South kill 30\n1.2 North place routine 5",
    "a caller that stops ringing when its node ends": "1 North place routine 5\n2 North kill 60",
    "a callee whose node ends while it rings": "1 North place routine 5\n2 South kill 30",
    "a request accepted": "1 North request priority one\n2 South reply accept",
    "a request, another time, agreed": """
        1 North request routine one
        2 South reply propose
        3 North reply accept
    """,
    "a request declined": "1 North request routine one\n2 South reply decline",
    "a check by hand": "1 North check",
    "a check that nobody answers": "1 North cut 200\n1.5 North check\n190 North send routine",
    "a check by persons": "1 North check_person one\n1.5 South check_person one",
    "a check on the calendar": "301 North send routine",
    "voice suspended and restored": """
        1 North suspend voice one
        2 South place routine 20
        3 South place flash 20
        4 North restore one
        5 South place routine 20
    """,
    "a suspension that the other side lifts": """
        1 North suspend all one
        2 South restore one
        3 South send flash
    """,
    "a suspension that runs out": "1 South suspend messages 1 one\n70 North send routine",
    "a watch handed over": "1 North hand_over two\n2 North leave\n3 South send immediate",
    "a watch kept during a call": "1 South place routine 20\n2 North hand_over two\n3 North answer one",
    "a node shut down in good order": "1 North send routine\n2 North shut 5\n9 South send routine",
    "a line closed": "1 North close one\n2 South send routine",
    "a link that comes and goes": """
        1 North send immediate
        1.010 North cut 1
        8 South send immediate
        8.010 North cut 1
    """,
    "a second path beside the first": "1 North path\n1.5 North send flash\n2 North send routine",
    "a half-open path": "1 North half 10\n1.5 North send immediate\n2 South send immediate",
    "a clock set back while the node is down": """
        1 North send immediate
        1.5 North kill 5
        2 North step -3600
        9 North send routine
    """,
    "a clock set back while the node runs": "1 North step -3600\n2 North send routine\n3 North send routine",
    "a path that loses a packet": """
        1 North send routine
        1.5 North weather 20 0 1000 0 0 0 0
        1.6 North send priority
        2 North weather 20 0 0 0 0 0 0
        2.5 North send priority
        3 North send priority
    """,
    "a restored caller": """
        1 South pause 60 awake
        1.5 North place routine 5
        50 North save
        70 South send routine 2900
        71 North send routine 2900
        72 North send routine 2900
        73 North send routine 2900
        74 North send routine 2900
        75 North send routine 2900
        76 North bring_back 5
    """,
    "a clock that jumps ahead": "1 North step 7200\n2 North send flash\n3 South read 0 one",
    "a disk full for a while": "1 North full 30\n1.5 South send flash\n2 North send routine",
    "a write that fails": "1 North fail before\n1.5 North send routine\n70 South send routine",
    "a write that fails although it took": """
        1 South fail took
        1.5 North send immediate
        70 South send routine
    """,
    "a backup brought back": """
        1 North save
        1.5 North send immediate
        2 South acknowledge 0 one
        3 North bring_back 5
        20 North send routine
    """,
    "a disk lost": "1 North send immediate\n2 South send immediate\n3 South wipe 5\n20 South send routine",
    "a backup brought back while the path is down": """
        1 North save
        1.5 North send immediate
        3 North cut 200
        3.1 North bring_back 5
        90 North send immediate
    """,
    "a power cut on a disk that lied": "1 North send immediate\n2 North lose 2 5\n20 North send routine",
    "entries that rot": """
        1 North send immediate
        2 South send immediate
        3 South rot 3 5
        20 South send routine
    """,
    "two live nodes of one party": """
        1 North twin
        2 North send immediate
        2.5 North+ send immediate
        8 South send routine
        20 North end_twin
    """,
    "a machine that stands still": "1 North pause 40 awake\n1.5 South send flash\n2 North send flash",
    "a machine that sleeps": "1 North pause 40 asleep\n1.5 South place routine 5\n2 South send flash",
}
STORIES.update(RENEWALS | SPOKEN | NOTICES | MATCHINGS)
"Each begins at rest, with an officer on watch on both sides."

HOSTILE: Final[dict[str, str]] = {
    "two messages under one number": "1 South forge equivocate\n3 North send routine",
    "nonsense with a good signature": "1 South forge junk\n2 South forge unknown\n3 South forge gap",
    "a message for another line": "1 South forge other_environment\n2 South forge other_line",
    "a body that was not signed": "1 South forge other_body",
    "answers without an officer": """
        0.9 North send immediate
        1 North place routine 20
        3 South forge unsigned
    """,
    "an officer of nowhere": "1 North place routine 20\n3 South forge stranger",
    "an officer about another call": """
        1 North place routine 20
        2 South answer one
        3 North hang_up
        4 North place routine 20
        5 South forge other_call
    """,
    "an officer without the power": "1 South forge powerless\n3 North send routine",
    "another signature under a name": "1 South forge wrong_signature",
    "other words under a signature": "1 South forge other_words\n3 North place routine 20",
    "a word said twice": "1 South forge twice\n2 South restore one\n3 South forge replayed",
    "an old word said again": "1 South suspend voice one\n2 South restore one\n3 South forge replayed",
    "receipts for nothing": "1 North send flash\n1.001 South forge false_receipt",
    "a suspension lifted by the other side": "1 North suspend all one\n2 South forge lift",
    "an answer that nobody asked for": "1 South forge false_pong\n2 North check\n3 South forge false_pong",
    "a ring that ends at once": "1 North place routine 20\n1.010 South forge ring",
    "a message from the future": "1 South forge future\n2 North send routine\n3 South send routine",
    "claims about what is held": "1 South forge boast\n2 South forge deny\n3 North send routine",
    "a counterpart that admits nothing": "1 South withhold\n2 North send flash\n3 North place routine 5",
    "it admits nothing to a check": "1 South withhold\n1.5 North check\n300 North check",
}
HOSTILE.update(IMPOSTURES | MEDDLED)
"The other party is hostile; nothing false may be acted upon."


EXPECTED: Final[dict[str, str]] = {
    "a routine message": "MessageSent MessageArrived MessagesStored !Overdue",
    "a flash shown, read and acknowledged": "MessagesShown PersonStated !Overdue",
    "a priority message both ways": "MessagesStored !Overdue",
    "a message refused": "RECEIPT_REFUSE PersonStated",
    "a correction": "MessageFollowed !MessageDoubted",
    "nobody receipts a flash": "Overdue ESCALATION_MISSED CounterpartMissed OverdueMet",
    "an alarm while the node was down": "Overdue ESCALATION_MISSED",
    "a call answered and ended": "Rang Answered HungUp !Declined !CallDoubted",
    "a call declined": "Rang Declined !CALL_CANCEL",
    "a call declined for later": "Declined CallBackAsked",
    "a call to one who is busy": "WasBusy",
    "a call that nobody answers": "Rang RangOut !CALL_CANCEL",
    "a call to an unattended desk": "WasUnattended !Rang",
    "a call withdrawn": "Withdrawn !CALL_NO_ANSWER",
    "a call that does not reach them": "NotReached",
    "a call answered as it is withdrawn": "Answered Withdrawn CallBackAsked",
    "both call each other": "Glared Answered",
    "a request accepted": "CALL_REPLY",
    "a check by hand": "CheckAnswered StatusChanged !CHECK_MISSED",
    "a check that nobody answers": "CHECK_MISSED CheckWentUnanswered",
    "a suspension that the other side lifts": "LineSuspended !LineRestored",
    "voice suspended and restored": "LineSuspended LineRestored",
    "a suspension that runs out": "SuspensionEnded",
    "a watch handed over": "WatchHandedOver WatchEnded",
    "a node shut down in good order": "CHECKPOINT !Branched",
    "a clock set back while the node is down": "CLOCK_STEP ClockStepped",
    "a clock that jumps ahead": "CLOCK_STEP ClockStepped",
    "a backup brought back": "LOG_ORPHANS LOG_ADOPT Restarted !Branched",
    "a disk lost": "LOG_ORPHANS LOG_ADOPT Restarted !Branched",
    "a backup brought back while the path is down": "LOG_ORPHANS LOG_ADOPT Restarted",
    "two live nodes of one party": "Restarted",
    "two messages under one number": "Contradicted PROOF_EQUIVOCATION",
    "nonsense with a good signature": "EntryUnreadable RECEIPT_BAD KindUnknown",
    "a message for another line": "FrameRefused !MessageArrived",
    "a body that was not signed": "EntryUnreadable RECEIPT_BAD",
    "answers without an officer": "EntryUnreadable RECEIPT_BAD !Answered !Declined !WasBusy !PersonStated",
    "an officer of nowhere": "EntryUnreadable !Declined",
    "an officer about another call": "CallDoubted !Declined",
    "an officer without the power": "EntryUnreadable !LineSuspended",
    "another signature under a name": "EntryUnreadable",
    "other words under a signature": "EntryUnreadable !LineSuspended",
    "a suspension lifted by the other side": "LineSuspended CheckDoubted !LineRestored",
    "an answer that nobody asked for": "CheckDoubted",
}
EXPECTED.update(TOLD | SPOKEN_TOLD | NOTICES_TOLD | MATCHINGS_TOLD)
"What must (or, after `!`, must not) be shown or stored when nothing goes wrong beside the story."


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named story."""

    name: str
    day: Day
    hostile: bool = False


@cache
def scenarios() -> tuple[Scenario, ...]:
    """All of them, in the order written."""
    told = [Scenario(name, _day(name, text)) for name, text in STORIES.items()]
    return (*told, *(Scenario(name, _day(name, text), hostile=True) for name, text in HOSTILE.items()))


def scenario(name: str) -> Scenario:
    """One by its name."""
    return next(each for each in scenarios() if each.name == name)


def _day(name: str, text: str) -> Day:
    acts = (*parse_acts(WATCHES), *parse_acts(text))
    expects = tuple(EXPECTED.get(name, "").split())
    return Day(name, seed=1, acts=acts, mode=Mode.LIVENESS, check_seconds=300, expects=expects)
