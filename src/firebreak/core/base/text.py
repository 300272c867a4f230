"""Text rules (`spec/text.md`): the sender refuses what can mislead, the receiver shows it marked.

Nothing signed is ever altered or dropped: `show` writes a code point that must not reach a screen as
`⟦U+202E⟧`, and the two brackets themselves as `⟦U+27E6⟧` and `⟦U+27E7⟧`, so that no two texts look alike
in code points (I23). For text without those brackets, `check_outgoing` passes exactly when `show` changes
nothing.

Which code points are assigned depends on `unicodedata.unidata_version` of the running Python (14.0 in 3.11,
15.1 in 3.13). Two nodes may differ: a character new to the reader's Python is shown as its number, a
character new to the writer's Python cannot be sent. Nothing that is signed depends on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import category, combining, is_normalized

from firebreak.core.base.errors import LocalError

TEXT_CODE_POINTS_MAX: Final = 8_000  # about three printed pages; longer texts are attachments
COMBINING_MARKS_MAX: Final = 4  # no living language needs more on one letter; more hides its neighbours

MARK_OPEN: Final = "⟦"
MARK_CLOSE: Final = "⟧"

# Latin, Cyrillic and common punctuation: assigned, visible, never composed with their neighbours.
_PLAIN: Final = re.compile(
    "[\n -~\u00a1-\u00ac\u00ae-\u024f\u0400-\u0481\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20ac\u2116]*"
)
# Cc controls, Cf format (bidi, zero-width, tags), Cs surrogates, Co private use, Cn unassigned, Zl Zp breaks.
_REFUSED_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and marks that draw nothing: joiners, fillers, variation selectors.
_INVISIBLE: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One code point that may not stand where it stands."""

    position: int
    "Counted in code points from 0."
    code: str
    "The error code of the rule it breaks."
    reason: str
    "The rule, in words that complete `code point U+202E … `."


def name_of(character: str) -> str:
    """`U+202E`, the name every standard and every font tool knows."""
    return f"U+{ord(character):04X}"


def check_outgoing(text: str) -> None:
    """Refuse what our own side must not sign. Raises LocalError naming the first fault and its place."""
    if len(text) > TEXT_CODE_POINTS_MAX:
        raise LocalError(
            f"the text has {len(text)} code points, allowed are {TEXT_CODE_POINTS_MAX}",
            code="FB105",
            hint="shorten it, or send it in parts",
        )
    for fault in faults(text):
        where = f"code point {name_of(text[fault.position])} at position {fault.position + 1}"
        raise LocalError(f"{where} {fault.reason}", code=fault.code, hint="delete it or type it again")


def faults(text: str) -> Iterator[Fault]:
    """Every fault in order. Clean text in Latin or Cyrillic costs one regular expression."""
    return iter(()) if _PLAIN.fullmatch(text) else _faults(text)


def show(text: str, *, newlines: bool = True) -> str:
    """The text for a reader: everything that `check_outgoing` would refuse is written as its number."""
    if _PLAIN.fullmatch(text) and (newlines or "\n" not in text):
        return text
    marked = {fault.position for fault in _faults(text)}
    return "".join(
        _mark(each) if index in marked or _always_marked(each, newlines=newlines) else each
        for index, each in enumerate(text)
    )


def _always_marked(character: str, *, newlines: bool) -> bool:
    return character in (MARK_OPEN, MARK_CLOSE) or (character == "\n" and not newlines)


def _mark(character: str) -> str:
    return f"{MARK_OPEN}{name_of(character)}{MARK_CLOSE}"


def _faults(text: str) -> Iterator[Fault]:
    """Walk the text once. `base` is the stretch that the next code point could still compose with."""
    normal = is_normalized("NFC", text)
    base, marks = "", 0
    for position, each in enumerate(text):
        kind = category(each)
        marks = marks + 1 if kind[0] == "M" else 0
        fault = _refused(position, each, kind) or _misplaced(position, kind, base, marks)
        if fault is None and not normal and not is_normalized("NFC", base + each):
            fault = Fault(position, "FB107", "is not in composed form (NFC)")
        if fault is not None:
            yield fault
            base = ""
        else:
            base = _next_base(base, each)


def _refused(position: int, character: str, kind: str) -> Fault | None:
    if character == "\n":
        return None
    if kind in _REFUSED_CATEGORIES or _INVISIBLE.match(character):
        return Fault(position, "FB106", "is invisible, unassigned or steers the text around it")
    return None


def _misplaced(position: int, kind: str, base: str, marks: int) -> Fault | None:
    if marks > COMBINING_MARKS_MAX:
        return Fault(position, "FB108", f"is more than {COMBINING_MARKS_MAX} combining marks in a row")
    if kind[0] == "M" and base in ("", "\n"):
        return Fault(position, "FB108", "is a combining mark without a letter to stand on")
    return None


def _next_base(base: str, character: str) -> str:
    """A starter begins a new stretch; whatever stands before it is settled."""
    return base + character if combining(character) else character
