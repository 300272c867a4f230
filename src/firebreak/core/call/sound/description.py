"""Session descriptions, read as far as a signature has to bind them: their lines and their fingerprints.

A browser takes a connection for good if *any* fingerprint in a description fits it, so that every one has to
be the signed one. What two programs could read differently is refused: other characters than printable
ASCII, lines that do not end as the format says.
"""

from collections.abc import Iterable
from typing import Final

from firebreak.core.call.sound.bodies import DESCRIPTION_BYTES_MAX

LINE_END: Final = "\r\n"
FIRST_LINE: Final = "v=0"
FINGERPRINT: Final = "a=fingerprint"
CANDIDATE: Final = "a=candidate"

UNREADABLE: Final = "media-unreadable"
FOREIGN: Final = "media-foreign-fingerprint"
WITH_CANDIDATES: Final = "media-with-candidates"
BAD_CANDIDATE: Final = "candidate-unreadable"


def fault_of(description: str, fingerprint: bytes) -> str:
    """The code of what is wrong with a description signed under this fingerprint; empty when nothing is."""
    lines = description.split(LINE_END)
    if len(description) > DESCRIPTION_BYTES_MAX or lines[0] != FIRST_LINE or lines.pop() != "":
        return UNREADABLE
    if not all(_is_line(each) for each in lines):
        return UNREADABLE
    named = [each.lower() for each in lines if each.lower().startswith(FINGERPRINT)]
    if not named or any(each != _line_of(fingerprint) for each in named):
        return FOREIGN
    return WITH_CANDIDATES if any(each.lower().startswith(CANDIDATE) for each in lines) else ""


def candidate_fault(candidates: Iterable[str]) -> str:
    """The code of what is wrong with candidates; empty when nothing is."""
    good = all(each.startswith("candidate:") and each.isascii() and each.isprintable() for each in candidates)
    return "" if good else BAD_CANDIDATE


def _is_line(line: str) -> bool:
    """A letter, an equals sign, and printable ASCII."""
    return line[:1].islower() and line[1:2] == "=" and line.isascii() and line.isprintable()


def _line_of(fingerprint: bytes) -> str:
    return f"{FINGERPRINT}:sha-256 {fingerprint.hex(':')}"
