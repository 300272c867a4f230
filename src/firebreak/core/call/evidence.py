"""How much of a call can be shown, and what may therefore be said of it (`spec/call.md`, I10).

A class is read off the set of signed entries alone. Another entry can only raise it: nothing here asks
for an order, for a clock, or for what is missing. Ledger and readout take their words from here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.call.facts import OFFICERS, Fact, had_sound, written
from firebreak.core.call.outcome import stated
from firebreak.core.envelope.kinds import Kind


class Evidence(IntEnum):
    """The classes; each includes what the lower ones allow."""

    NONE = -1
    "Not even an offer."
    E0 = 0
    "The caller's own offer."
    E1 = 1
    "A witness stamped a checkpoint that contains it."
    E2 = 2
    "Witnesses attest that it lay at a neutral mailbox, and whether it was collected there."
    E3 = 3
    "The callee's node signed that it had it."
    E4 = 4
    "The callee's node signed that consoles sounded."
    E5 = 5
    "An officer of the callee signed a word of their own about it."
    E6 = 6
    "An officer signed the answer, and both nodes that there was sound between keys that officers signed."


class Word(StrEnum):
    """What may be said of a call. Each is a positive fact; "ignored" is not among them."""

    ATTEMPTED = "attempted"
    EXISTED_BY = "existed-by"
    NOT_COLLECTED = "not-collected"
    COLLECTED = "collected"
    "The sealed packet, by the callee's node. What was in it only the caller says, so this shows no more."
    REACHED_NODE = "reached-node"
    UNATTENDED = "unattended"
    RANG = "rang"
    RANG_OUT = "rang-out"
    ANSWERED = "answered"
    "By the holder of an officer's key; that anything was said is more."
    DECLINED = "declined"
    BUSY = "busy"
    TALKED = "talked"
    "Answered by the holder of an officer's key, with sound both ways between signed keys."


FROM_CLASS: Final[dict[Word, Evidence]] = {
    Word.ATTEMPTED: Evidence.E0,
    Word.EXISTED_BY: Evidence.E1,
    Word.NOT_COLLECTED: Evidence.E2,
    Word.COLLECTED: Evidence.E2,
    Word.REACHED_NODE: Evidence.E3,
    Word.UNATTENDED: Evidence.E3,
    Word.RANG: Evidence.E4,
    Word.RANG_OUT: Evidence.E4,
    Word.ANSWERED: Evidence.E5,
    Word.DECLINED: Evidence.E5,
    Word.BUSY: Evidence.E5,
    Word.TALKED: Evidence.E6,
}
"The class from which a word may be used."

WORD_OF: Final[dict[Kind, Word]] = {
    Kind.CALL_UNATTENDED: Word.UNATTENDED,
    Kind.CALL_RINGING: Word.RANG,
    Kind.RECEIPT_DESK: Word.RANG,
    Kind.CALL_NO_ANSWER: Word.RANG_OUT,
    Kind.CALL_ANSWER: Word.ANSWERED,
    Kind.CALL_DECLINE: Word.DECLINED,
    Kind.CALL_BUSY: Word.BUSY,
}
"What an entry of the callee lets one say."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Signed evidence about an offer that stands outside the entries of its call."""

    stamped: bool = False
    "A witness cosigned a checkpoint that contains the offer."
    uncollected: bool = False
    "Witnesses attest that the deposited offer was not fetched while they were up."
    collected: bool = False
    "A witness attests that its packet was fetched, by a request that the callee's node signed."
    receipted: bool = False
    "A signed header or receipt of the callee names the offer or a later entry as held."
    secured: bool = False
    "Consoles of both sides found the sound to come from the keys that officers signed (`spec/sound.md`)."


NOTHING_BESIDE: Final = Beside()


def words(facts: Iterable[Fact], beside: Beside = NOTHING_BESIDE) -> frozenset[Word]:
    """Everything that may be said of this call; it grows with the set of signed entries."""
    known = list(facts)
    offers = [each for each in known if each.kind is Kind.CALL_OFFER and each.by_caller]
    if not offers:
        return frozenset()
    theirs = [each for each in known if not each.by_caller]
    shown = [each for each in theirs if each.kind not in OFFICERS or stated(each, offers)]
    said = {WORD_OF[each.kind] for each in shown if each.kind in WORD_OF}
    said |= _beside(beside, heard=bool(theirs))
    if Word.RANG_OUT in said:
        said.add(Word.RANG)
    if beside.secured and Word.ANSWERED in said and _sound_both_ways(known):
        said.add(Word.TALKED)
    return frozenset(said | {Word.ATTEMPTED})


def evidence(facts: Iterable[Fact], beside: Beside = NOTHING_BESIDE) -> Evidence:
    """The class of what is held about a call."""
    return max((FROM_CLASS[each] for each in words(facts, beside)), default=Evidence.NONE)


def may_say(held: Evidence) -> frozenset[Word]:
    """The words that a class allows, if they are true of the call."""
    return frozenset(word for word, least in FROM_CLASS.items() if held >= least)


def check_wording(held: Evidence, said: Iterable[Word]) -> None:
    """Raise LocalError for wording beyond what is held. To be called before anything is published."""
    beyond = sorted(set(said) - may_say(held))
    if beyond:
        raise LocalError(
            f"{beyond[0]!r} needs evidence {FROM_CLASS[beyond[0]].name}, held is {held.name}",
            code="FB157",
            hint="say only what the entries show, or add the entries that show it",
        )


def _beside(beside: Beside, *, heard: bool) -> set[Word]:
    said = {
        Word.EXISTED_BY: beside.stamped,
        Word.NOT_COLLECTED: beside.uncollected,
        Word.COLLECTED: beside.collected,
        Word.REACHED_NODE: beside.receipted or heard,
    }
    return {word for word, holds in said.items() if holds}


def _sound_both_ways(facts: list[Fact]) -> bool:
    ends = frozenset({Kind.CALL_END})
    return all(any(map(had_sound, written(facts, ends, by_caller=side))) for side in (True, False))
