"""The course of an answered call: who holds it, who joined, who goes on with it, recording, minutes.

Each side says what it changes and counts its changes, so that the newest of a side is known in every order of
arrival. Nothing of one side undoes anything of the other; a recording stands only while both consent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from firebreak.core.call.events import CallEvent, Outcome
from firebreak.core.call.sound.course_bodies import (
    CallMinutes,
    CallPart,
    CallRecord,
    CallRecorded,
    Change,
    Consent,
)
from firebreak.core.call.sound.events import (
    HandedOver,
    Held,
    Joined,
    Left,
    MinutesAgreed,
    MinutesProposed,
    Recorded,
    Resumed,
)
from firebreak.core.call.sound.ground import Ground
from firebreak.core.call.sound.said import Said, in_order

EventType: TypeAlias = type[CallEvent]

CHANGED: Final[dict[tuple[bool, Change], tuple[EventType, bool]]] = {
    (False, Change.HOLD): (Held, True),
    (True, Change.RESUME): (Resumed, False),
}
"One side that talks (False) or holds (True), and what becomes of it."
CONSENTING: Final = frozenset({Consent.ASKED, Consent.GIVEN})
SIDES: Final = (True, False)


@dataclass(frozen=True, slots=True)
class Turn:
    """An entry that counts, and the event that it stands for."""

    event: EventType
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All that was said about the course of a call adds up to."""

    turns: tuple[Turn, ...] = ()
    "In an order that is the same at both nodes: by side, and by the count of its changes."
    held: frozenset[bool] = frozenset()
    "Sides (the caller: True) that hold the call."
    guests: tuple[Said, ...] = ()
    "Third persons who joined and did not leave."
    hands: tuple[Said, ...] = ()
    "Hand-overs; the last of a side says who goes on."
    consents: tuple[Said, ...] = ()
    "The newest of each side."
    agreed: bool = False
    "Whether a recording may go on now."
    recorded: tuple[Said, ...] = ()
    proposals: tuple[Said, ...] = ()
    agreements: tuple[tuple[Said, Said], ...] = ()
    "Each with the proposal that it agrees to."
    doubts: tuple[tuple[Said, str], ...] = ()


NOTHING: Final = Course()


def fold_course(said: Iterable[Said], ground: Ground) -> Course:
    """Add up the course of a call, in whatever order it was learnt. A call nobody answered has none."""
    if ground.outcome is not Outcome.ANSWERED or ground.crossed:
        return NOTHING
    known = sorted(said, key=in_order)
    turns, held, guests, hands, doubts = _changes(known, ground)
    consents, consented = _consents(known, ground)
    recorded = [each for each in known if isinstance(each.body, CallRecorded)]
    proposals, agreements, lost = _minutes(known, ground)
    silent = [] if consented == set(SIDES) else [(each, "recorded-without-consent") for each in recorded]
    return Course(
        turns=(
            *turns,
            *(Turn(Recorded, each) for each in recorded),
            *(Turn(MinutesProposed, each) for each in proposals),
            *(Turn(MinutesAgreed, each) for each, _ in agreements),
        ),
        held=held if ground.talks else frozenset(),
        guests=guests if ground.talks else (),
        hands=hands,
        consents=consents,
        agreed=ground.talks and all(_consents_now(consents, side) for side in SIDES),
        recorded=tuple(recorded),
        proposals=proposals,
        agreements=agreements,
        doubts=(*doubts, *silent, *lost),
    )


Changes: TypeAlias = tuple[
    list[Turn], frozenset[bool], tuple[Said, ...], tuple[Said, ...], list[tuple[Said, str]]
]


def _changes(known: list[Said], ground: Ground) -> Changes:
    turns, held, doubts = list[Turn](), set[bool](), list[tuple[Said, str]]()
    guests, hands = dict[tuple[bool, int, str], Said](), list[Said]()
    for each, body in sorted(_parts(known), key=_count):
        place = (each.by_caller, body.leg, body.who)
        if body.change is Change.HAND_OVER:
            if not (ground.stands(each) and each.relief not in ("", each.officer)):
                doubts.append((each, "part-unstated"))
                continue
            hands.append(each)
            turns.append(Turn(HandedOver, each))
        elif body.change is Change.JOIN and body.who and place not in guests:
            guests[place] = each
            turns.append(Turn(Joined, each))
        elif body.change is Change.LEAVE and guests.pop(place, None):
            turns.append(Turn(Left, each))
        elif after := CHANGED.get((each.by_caller in held, body.change)):
            turns.append(Turn(after[0], each))
            (held.add if after[1] else held.discard)(each.by_caller)
    return turns, frozenset(held), tuple(guests.values()), tuple(hands), doubts


def _parts(known: list[Said]) -> Iterator[tuple[Said, CallPart]]:
    return ((each, each.body) for each in known if isinstance(each.body, CallPart))


def _count(part: tuple[Said, CallPart]) -> tuple[bool, int, tuple[bytes, int, bytes]]:
    return not part[0].by_caller, part[1].number, in_order(part[0])


def _stated_consents(known: list[Said], ground: Ground) -> Iterator[tuple[Said, CallRecord]]:
    for each in known:
        if isinstance(each.body, CallRecord) and ground.stands(each):
            yield each, each.body


def _consents(known: list[Said], ground: Ground) -> tuple[tuple[Said, ...], set[bool]]:
    """The newest of each side, and the sides that have ever consented."""
    stated = list(_stated_consents(known, ground))
    ever = {each.by_caller for each, body in stated if body.consent in CONSENTING}
    newest: dict[bool, Said] = {}
    for each, _ in sorted(stated, key=lambda one: (one[1].number, in_order(one[0]))):
        newest[each.by_caller] = each
    return tuple(newest[side] for side in SIDES if side in newest), ever


def consent_of(said: Said) -> Consent:
    """What an entry says about recording."""
    assert isinstance(said.body, CallRecord)
    return said.body.consent


def _consents_now(consents: Iterable[Said], by_caller: bool) -> bool:
    return any(consent_of(each) in CONSENTING for each in consents if each.by_caller is by_caller)


def _minutes(
    known: list[Said], ground: Ground
) -> tuple[tuple[Said, ...], tuple[tuple[Said, Said], ...], list[tuple[Said, str]]]:
    minutes = [(each, each.body) for each in known if isinstance(each.body, CallMinutes)]
    proposals = tuple(each for each, body in minutes if body.text and ground.stands(each))
    agreements, lost = list[tuple[Said, Said]](), list[tuple[Said, str]]()
    for each, body in minutes:
        if body.text:
            continue
        found = next((one for one in proposals if _agrees(each, body, one)), None)
        if found is not None:
            agreements.append((each, found))
        else:
            lost.append((each, "minutes-of-nothing"))
    return proposals, tuple(agreements), lost


def _agrees(said: Said, body: CallMinutes, proposal: Said) -> bool:
    other = said.by_caller is not proposal.by_caller
    named = (said.about, said.shown) == (proposal.ref.hash, proposal.commitment)
    return bool(said.officer) and other and named and body.agrees == proposal.ref.hash
