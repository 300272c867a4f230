"""Which format a pasted text is in, and the one door to all text readers. Whatever the text, it answers."""

from datetime import datetime
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.formats.coordinates.letters import tidy
from firebreak.formats.navwarn.headings import read_dtg
from firebreak.formats.navwarn.reading import read_navwarn
from firebreak.formats.notam.fields import is_notam
from firebreak.formats.notam.reading import read_notam
from firebreak.formats.parsed import Parsed

CHARACTERS_MAX: Final = 16_384  # the longest of 873 real warnings has 4,549
LINE_MAX: Final = 8_192


def read_text(text: str, dtg: str = "", name: str = "") -> Parsed:
    """A warning or a NOTAM, read as what it is."""
    if len(text) > CHARACTERS_MAX:
        return refused("too-long", f"{len(text):,} characters; a warning has at most {CHARACTERS_MAX:,}")
    if not text.strip():
        return refused("not-a-warning", "there is no text")
    issued, doubt = _issued(dtg)
    found = read_notam(text) if is_notam(tidy(text)) else read_navwarn(text, issued, name)
    return found if doubt is None else _with(found, doubt)


def _issued(dtg: str) -> tuple[datetime | None, Finding | None]:
    if not dtg:
        return None, None
    issued = read_dtg(dtg[:64])
    if issued is None:
        return None, Finding(
            code="dtg-unreadable", text=f"the time of issue was not understood: {dtg[:40]!r}"
        )
    return issued, None


def _with(found: Parsed, doubt: Finding) -> Parsed:
    from dataclasses import replace

    return replace(found, findings=(*found.findings, doubt))


def refused(code: str, text: str) -> Parsed:
    """What is not read at all."""
    return Parsed(source_format="unknown", findings=(Finding(code=code, text=text),))
