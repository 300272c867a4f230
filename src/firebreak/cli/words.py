"""Words for the names that machines use, from the language files, so that they are the same everywhere."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firebreak.catalogue import Subject
    from firebreak.core.phrase.wording import Wording


def word(family: str, name: str, *, subject: "Subject" = "events") -> str:
    """`received by their node` for the family `receipt` and the name `stored`."""
    texts, key = _texts(subject), f"{family}-{name.lower().replace('_', '-')}"
    return texts.say("en", key) if key in texts.keys("en") else name.replace("_", " ")


@cache
def _texts(subject: "Subject") -> "Wording":
    from firebreak.catalogue import words

    return words(subject)
