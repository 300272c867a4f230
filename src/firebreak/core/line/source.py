"""Statements with their source: what somebody else is reported to have said or done.

They are never mixed with facts of the record. A row of an imported timeline becomes one such entry: signed
by whoever imported it, as a report from a source, never as something the historical parties signed.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.shape import Several, Text, item
from firebreak.core.record.rooted import ReleasedBody

CLAIM_MAX: Final = 2_000
SOURCES_MAX: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedStatement(ReleasedBody):
    """A claim, where it comes from and how sure that is."""

    claim: str = item(1, Text(most=CLAIM_MAX, least=1))
    sources: tuple[str, ...] = item(2, Several(Text(most=2_000), most=SOURCES_MAX), default=())
    "Addresses or titles of what was read."
    row: str = item(3, Text(most=64), default="")
    "Name of the row in the imported timeline, for example `UR-05`."
    timeline: str = item(4, Text(most=128), default="")
    as_of: str = item(5, Text(most=32), default="")
    "ISO date or interval that the claim is about."
    grade: str = item(6, Text(most=16), default="")
    "How certain the importer holds it: high, medium, low."
    doubtful: tuple[str, ...] = item(7, Several(Text(most=200), most=16), default=())
    "Fields of the row that the sources leave open."
