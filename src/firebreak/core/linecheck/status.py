"""The state of a line in one colour, always with its reasons. No news is never green."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Colour(IntEnum):
    """Worse is greater; UNKNOWN is not a shade of good."""

    GREEN = 0
    UNKNOWN = 1
    AMBER = 2
    RED = 3


class Reason(StrEnum):
    """One fact behind the colour. Never a cause."""

    ANSWERED = "answered"
    NOT_YET_CHECKED = "not_yet_checked"
    LAST_ANSWER_TOO_OLD = "last_answer_too_old"
    ANSWER_LATE = "answer_late"
    MISSED = "missed"
    MISSED_THREE = "missed_three"
    REFUSED = "refused"
    TEXT_CHANGED = "text_changed"
    OUR_TROUBLE = "our_trouble"
    THEIR_TROUBLE = "their_trouble"
    OUR_CLOCK = "our_clock"
    THEIR_CLOCK = "their_clock"
    OUR_LINK = "our_link"
    THEIR_LINK = "their_link"
    OUR_WITNESS = "our_witness"
    THEIR_WITNESS = "their_witness"
    OUR_SPACE = "our_space"
    THEIR_SPACE = "their_space"
    OUR_STORAGE = "our_storage"
    THEIR_STORAGE = "their_storage"
    CONTRADICTION = "contradiction"


RED_REASONS = frozenset({Reason.MISSED_THREE, Reason.OUR_STORAGE, Reason.THEIR_STORAGE, Reason.CONTRADICTION})
UNKNOWN_REASONS = frozenset({Reason.NOT_YET_CHECKED, Reason.LAST_ANSWER_TOO_OLD})


@dataclass(frozen=True, slots=True)
class Status:
    """Colour and reasons, the gravest first."""

    colour: Colour
    reasons: tuple[Reason, ...]


def colour_of(reason: Reason) -> Colour:
    """The colour that one fact gives a line."""
    if reason is Reason.ANSWERED:
        return Colour.GREEN
    if reason in UNKNOWN_REASONS:
        return Colour.UNKNOWN
    return Colour.RED if reason in RED_REASONS else Colour.AMBER


def status_of(reasons: list[Reason]) -> Status:
    """The worst colour wins; green needs a fresh answer and nothing else."""
    ordered = sorted(reasons, key=lambda each: (-colour_of(each), each))
    return Status(colour_of(ordered[0]), tuple(ordered))
