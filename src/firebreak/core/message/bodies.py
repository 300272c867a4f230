"""What a message says. The text is the base service: signed in its author's language, never altered."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from firebreak.core.base.shape import Choice, Inside, Number, Several, Text, item
from firebreak.core.base.text import TEXT_CODE_POINTS_MAX
from firebreak.core.envelope.said import SaidPhrase
from firebreak.core.record.rooted import ReleasedBody

DESK_CODE_POINTS_MAX: Final = 40  # fits one line of a console
DESKS_MAX: Final = 16  # more desks than one organisation puts on one line
LANGUAGE_CODE_POINTS_MAX: Final = 8  # `de`, `uk`, `zh-Hant`
ASKED_CODE_POINTS_MAX: Final = 500  # one asked action is one sentence

DESK: Final = Text(most=DESK_CODE_POINTS_MAX, least=1)
LANGUAGE: Final = Text(most=LANGUAGE_CODE_POINTS_MAX)


class Relation(IntEnum):
    """What a message is to the earlier one that its first reference names."""

    ORIGINAL = 0
    "It stands alone and names no other message."
    UPDATE = 1
    "The situation has changed; the earlier message was right when it was written."
    ADD = 2
    "The earlier message stays as it is; this belongs to it."
    CORRECT = 3
    "The earlier message was wrong; it stays in the record, shown as corrected."
    REPLACE = 4
    "This stands in the place of the earlier message, which was not wrong."
    RECALL = 5
    "The author no longer stands by the earlier message and puts nothing in its place."
    RELATE = 6
    "Both belong together; either side may say so of any message."
    ANSWER = 7
    "It answers the counterpart's message or its asked action."


AUTHORS_ONLY: Final = frozenset(
    {Relation.UPDATE, Relation.ADD, Relation.CORRECT, Relation.REPLACE, Relation.RECALL}
)
"Relations that only the author of the earlier message can make."
SUPERSEDING: Final = frozenset({Relation.UPDATE, Relation.CORRECT, Relation.REPLACE})
"Relations after which the later message is the one to go by."


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(ReleasedBody):
    """A text or an agreed phrase or both, from one desk to one or more desks of the counterpart."""

    to: tuple[str, ...] = item(1, Several(DESK, most=DESKS_MAX))
    "The desks it is for, at least one."
    from_desk: str = item(2, DESK)
    text: str = item(3, Text(most=TEXT_CODE_POINTS_MAX), default="")
    phrase: SaidPhrase | None = item(4, Inside(SaidPhrase), default=None)
    language: str = item(5, LANGUAGE, default="")
    "Language of `text`, as `de` or `uk`; empty when there is only a phrase."
    asked: str = item(6, Text(most=ASKED_CODE_POINTS_MAX), default="")
    "What the counterpart is asked to do; empty when nothing is asked."
    answer_by: int = item(7, Number(least=1), default=0)
    "Until when an answer is asked for, milliseconds UTC; 0 for no such instant."
    relation: Relation = item(8, Choice(Relation), default=Relation.ORIGINAL)
    expires_at: int = item(9, Number(least=1), default=0)
    "After this instant the message no longer applies; 0 for never."

    def __post_init__(self) -> None:
        if not self.to:
            raise ValueError("names no desk")
        if not self.text and self.phrase is None:
            raise ValueError("says nothing: neither text nor phrase")
