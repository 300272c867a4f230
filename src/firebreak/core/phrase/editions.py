"""Books of earlier releases. Their phrases stand in this book with the same parameters and the same texts.

So what was said with an earlier book still reads as it was agreed. A test builds each earlier book out of
this one and compares its hash: a text that was changed shows there, and its phrase must get another id.
"""

from collections.abc import Mapping
from typing import Final

FIRST: Final = bytes.fromhex("7f73fd5168366c86be23440c627ab26c")

EARLIER: Final[Mapping[bytes, frozenset[str]]] = {
    FIRST: frozenset(
        (
            "stop-firing-at",
            "you-are-approaching",
            "keep-clear-of",
            "change-course",
            "we-lost-control-of",
            "we-are-launching-aircraft",
            "we-will-fire-for-training",
            "we-are-moving-convoy",
            "we-are-towing",
            "search-and-rescue",
            "we-are-clearing-mines",
            "accident-not-attack",
            "unintended-entry",
            "not-our-fire",
            "we-rescued-your-people",
            "call-me-now",
            "please-confirm-receipt",
            "please-explain",
            "please-hold-fire",
            "please-let-pass",
            "please-say-again",
            "interpreter-needed",
            "message-passed-to",
            "cannot-comply",
            "we-ceased-fire",
            "please-wait",
            "read-back",
            "line-check",
            "line-check-answer",
            "use-other-link",
            "planned-works",
            "sent-in-error",
        )
    )
}
"The id of a book to the ids of its phrases."
