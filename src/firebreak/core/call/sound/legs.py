"""A leg is a table.

One end describes itself, then the other; the path may be built, and no sound passes. Officers of both sides
sign the two fingerprints; both consoles look at the certificates on the live connection and say what they
found. Only then is a leg secured. Another key anywhere, described or found, contradicts it for good: a leg is
never mended, a new one is begun.

    caller's end     the officer's statement in `call.media`
    callee's end     the same, or the fingerprint that the officer's `call.answer` names

Like the table of calls it is run over the union of both logs, first descriptions, then signatures, then what
was found, so that both nodes stand in one state in whatever order the entries came.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

from firebreak.core.call.sound.bodies import CHECKS_BOTH, CallMedia, CallSecured, Sdp
from firebreak.core.call.sound.description import FOREIGN
from firebreak.core.call.sound.events import (
    LegEvent,
    MediaContradicted,
    MediaDescribed,
    MediaSecured,
    MediaSigned,
)
from firebreak.core.call.sound.ground import Ground
from firebreak.core.call.sound.said import Said, in_order


class LegState(Enum):
    """Where a leg stands."""

    SILENT = "silent"
    DESCRIBED = "described"
    "One end is."
    WARM = "warm"
    "Both ends are described: the path may be built. No sound."
    SIGNED = "signed"
    "Officers of both sides stand behind it. No sound before the console's own checks."
    CHECKED = "checked"
    "One console found it as signed."
    SECURED = "secured"
    "Both did."
    CONTRADICTED = "contradicted"


EventType: TypeAlias = type[LegEvent]

SILENT, DESCRIBED, WARM = LegState.SILENT, LegState.DESCRIBED, LegState.WARM
SIGNED, CHECKED, SECURED = LegState.SIGNED, LegState.CHECKED, LegState.SECURED
CONTRADICTED = LegState.CONTRADICTED
ENDS: Final = 2

TRANSITIONS: Final[dict[tuple[LegState, EventType], LegState]] = {
    (SILENT, MediaDescribed): DESCRIBED,
    (DESCRIBED, MediaDescribed): WARM,
    (WARM, MediaSigned): SIGNED,
    (SIGNED, MediaSecured): CHECKED,
    (CHECKED, MediaSecured): SECURED,
    (SILENT, MediaContradicted): CONTRADICTED,
    (DESCRIBED, MediaContradicted): CONTRADICTED,
    (WARM, MediaContradicted): CONTRADICTED,
    (SIGNED, MediaContradicted): CONTRADICTED,
    (CHECKED, MediaContradicted): CONTRADICTED,
    (SECURED, MediaContradicted): CONTRADICTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a leg, as its side describes it."""

    by_caller: bool
    said: Said
    media: CallMedia
    signed: bool
    "Whether an officer stands behind the fingerprint."


@dataclass(frozen=True, slots=True)
class Step:
    """What moved the table, and the entry that did."""

    event: EventType
    said: Said
    code: str = ""
    "Of a contradiction."


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """All that was said about one leg adds up to."""

    number: int
    state: LegState
    ends: tuple[End, ...]
    "The one that offers first."
    steps: tuple[Step, ...]
    doubts: tuple[Step, ...]
    "Descriptions that do not count, with the reason."
    checked: frozenset[bool]
    "Sides (the caller: True) whose console found both ends as officers signed them, whatever else was said."


def fold_leg(number: int, said: Iterable[Said], ground: Ground) -> Leg:
    """Add up what was said about a leg, in whatever order it came. Only for a call whose offer is known."""
    ordered = sorted(said, key=in_order)
    found = [each for each in ordered if isinstance(each.body, CallSecured)]
    good = [
        _end(each, ground) for each in ordered if isinstance(each.body, CallMedia) and not fault(each, ground)
    ]
    ends = _chosen(number, good)
    state, steps = _walk([*_building(ends), *_looked(found, ends), *_foreign(ordered)])
    return Leg(
        number=number,
        state=state,
        ends=ends,
        steps=steps,
        doubts=tuple(_doubts(ordered, ends, ground)),
        checked=frozenset(_checked(found, good)),
    )


def fault(said: Said, ground: Ground) -> str:
    """Why a description does not count; empty when it does."""
    assert isinstance(said.body, CallMedia)
    if said.fault:
        return said.fault
    if said.officer and not ground.stands(said):
        return "media-unstated"
    first = said.body.leg == 0 and said.by_caller
    return "media-not-as-offered" if first and said.body.fingerprint != ground.offered_key else ""


def _end(said: Said, ground: Ground) -> End:
    assert isinstance(said.body, CallMedia)
    answered = not said.by_caller and said.body.fingerprint in ground.answered_keys
    return End(by_caller=said.by_caller, said=said, media=said.body, signed=answered or ground.stands(said))


def _chosen(number: int, good: list[End]) -> tuple[End, ...]:
    """One offer, and one answer of the other side; what an officer stands behind goes first."""
    offers = [each for each in good if each.media.sdp is Sdp.OFFER and (each.by_caller or number)]
    offer = min(offers, key=lambda each: (not each.by_caller, _rank(each)), default=None)
    if offer is None:
        return ()
    answers = [
        each for each in good if each.media.sdp is Sdp.ANSWER and each.by_caller is not offer.by_caller
    ]
    answer = min(answers, key=_rank, default=None)
    return (offer,) if answer is None else (offer, answer)


def _rank(end: End) -> tuple[bool, bool, tuple[bytes, int, bytes]]:
    return not end.signed, not end.said.officer, in_order(end.said)


def _building(ends: tuple[End, ...]) -> Iterator[Step]:
    for each in ends:
        yield Step(MediaDescribed, each.said)
    if ends and all(each.signed for each in ends):
        yield Step(MediaSigned, ends[-1].said)


def _looked(found: list[Said], ends: tuple[End, ...]) -> Iterator[Step]:
    """What consoles found, once for each side; whatever contradicts comes last."""
    wrong = [(each, _wrong(each, ends)) for each in found]
    for by_caller in (True, False):
        good = [
            each for each, code in wrong if not code and each.by_caller is by_caller and len(ends) == ENDS
        ]
        yield from (Step(MediaSecured, each) for each in good[:1])
    yield from (Step(MediaContradicted, each, code) for each, code in wrong if code)


def _wrong(said: Said, ends: tuple[End, ...]) -> str:
    """The code of a contradiction; what cannot be compared yet is none."""
    assert isinstance(said.body, CallSecured)
    if said.body.checks != CHECKS_BOTH:
        return "sound-check-failed"
    seen = {said.by_caller: said.body.ours, not said.by_caller: said.body.theirs}
    other = any(seen[each.by_caller] != each.media.fingerprint for each in ends)
    return "sound-contradicted" if other and len(ends) == ENDS else ""


def _foreign(ordered: list[Said]) -> Iterator[Step]:
    return (Step(MediaContradicted, each, FOREIGN) for each in ordered if each.fault == FOREIGN)


def _walk(steps: list[Step]) -> tuple[LegState, tuple[Step, ...]]:
    """Run the table; a step it refuses changes nothing, but each contradiction is kept."""
    state, counted = SILENT, list[Step]()
    for each in steps:
        after = TRANSITIONS.get((state, each.event))
        if after is not None:
            state = after
        if after is not None or each.event is MediaContradicted:
            counted.append(each)
    return state, tuple(counted)


def _doubts(ordered: list[Said], ends: tuple[End, ...], ground: Ground) -> Iterator[Step]:
    sides = {each.by_caller: each.media.fingerprint for each in ends}
    for each in ordered:
        if not isinstance(each.body, CallMedia) or any(each is end.said for end in ends):
            continue
        other = sides.get(each.by_caller, each.body.fingerprint) != each.body.fingerprint
        code = fault(each, ground) or ("media-described-twice" if other else "")
        if code and code != FOREIGN:
            yield Step(MediaDescribed, each, code)


def _checked(found: list[Said], good: list[End]) -> Iterator[bool]:
    """Sides of which one finding fits two ends that officers signed: more entries never take it back."""
    keys = {(each.by_caller, each.media.fingerprint) for each in good if each.signed}
    for each in found:
        body = each.body
        assert isinstance(body, CallSecured)
        pair = {(each.by_caller, body.ours), (not each.by_caller, body.theirs)}
        if body.checks == CHECKS_BOTH and pair <= keys:
            yield each.by_caller


def diagram() -> str:
    """The table as a Mermaid state diagram; `docs/call.md` holds it."""
    arrows: dict[tuple[LegState, LegState], list[str]] = {}
    for (state, event), after in TRANSITIONS.items():
        arrows.setdefault((state, after), []).append(event.__name__)
    lines = [f"    {_node(a)} --> {_node(b)}: {', '.join(names)}" for (a, b), names in arrows.items()]
    return "\n".join(["stateDiagram-v2", *lines])


def _node(state: LegState) -> str:
    return "[*]" if state is SILENT else state.name
