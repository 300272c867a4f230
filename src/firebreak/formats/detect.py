"""Which format a pasted text is in, and the one door to all text readers. Whatever the text, it answers."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.formats.coordinates.letters import odd, tidy
from firebreak.formats.navwarn.headings import read_dtg
from firebreak.formats.navwarn.reading import read_navwarn
from firebreak.formats.notam.fields import is_notam
from firebreak.formats.notam.reading import read_notam
from firebreak.formats.parsed import Parsed

CHARACTERS_MAX: Final = 16_384  # the longest of 873 real warnings has 4,549


def read_text(text: str, dtg: str = "", name: str = "") -> Parsed:
    """A warning or a NOTAM, read as what it is."""
    if len(text) > CHARACTERS_MAX:
        return refused("too-long", f"{len(text):,} characters; a warning has at most {CHARACTERS_MAX:,}")
    if not text.strip():
        return refused("not-a-warning", "there is no text")
    issued, doubts = _issued(dtg)
    if signs := odd(text):
        doubts.append(Finding(code="odd-characters", text=f"what is seen may not be what was read: {signs}"))
    found = read_notam(text) if is_notam(tidy(text)) else read_navwarn(text, issued, name)
    return replace(found, findings=(*found.findings, *doubts))


def _issued(dtg: str) -> tuple[datetime | None, list[Finding]]:
    issued = read_dtg(dtg[:64])
    if issued is not None or not dtg:
        return issued, []
    return None, [Finding(code="dtg-unreadable", text=f"the time of issue was not understood: {dtg[:40]!r}")]


def refused(code: str, text: str) -> Parsed:
    """What is not read at all."""
    return Parsed(source_format="unknown", findings=(Finding(code=code, text=text),))
