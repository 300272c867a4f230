"""The result of a verification: facts for programs, sentences for people."""

from dataclasses import dataclass, field
from typing import Any

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.purposes import Environment
from firebreak.core.base.text import show
from firebreak.core.record.bundle import Head
from firebreak.verify import wording
from firebreak.verify.cards import Cards
from firebreak.verify.facts import Index
from firebreak.verify.faults import Fault


@dataclass(frozen=True, slots=True)
class Mark:
    """One end of the range that a bundle covers, by the writer's clock."""

    at: Instant
    entry: str

    def to_json(self) -> dict[str, Any]:
        """For machines."""
        return {"at": iso(self.at), "at_ms": self.at, "entry": self.entry}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of the line."""

    id: bytes
    name: str
    cards: tuple[tuple[int, bytes], ...]
    "Serial and hash of each card in the file, oldest first."
    entries: int
    "Entries whose signature holds."
    segments: int
    first: Mark | None
    last: Mark | None

    def to_json(self) -> dict[str, Any]:
        """For machines."""
        return {
            "party": self.id.hex(),
            "name": self.name,
            "cards": [{"serial": serial, "hash": hash.hex()} for serial, hash in self.cards],
            "entries": self.entries,
            "segments": self.segments,
            "first": self.first.to_json() if self.first else None,
            "last": self.last.to_json() if self.last else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is true of a bundle."""

    head: Head
    parties: tuple[Party, Party]
    faults: tuple[Fault, ...]
    "Broken rules, not yet in words."
    noted: tuple[Fault, ...]
    "Things worth knowing that break no rule, not yet in words."
    proven: tuple[str, ...]
    "Sentences on what the bundle proves."
    cards: Cards = field(repr=False)
    index: Index = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether every rule holds."""
        return not self.faults

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each broken rule in words."""
        return tuple(wording.finding(each) for each in self.faults)

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """Each thing worth knowing in words."""
        return tuple(wording.remark(each) for each in self.noted)

    @property
    def not_proven(self) -> tuple[str, ...]:
        """Sentences on what no bundle proves."""
        return tuple(wording.NOT_PROVEN.values())

    @property
    def range(self) -> tuple[Mark, Mark] | None:
        """The earliest and the latest entry of both sides."""
        ends = [(each.first, each.last) for each in self.parties if each.first and each.last]
        if not ends:
            return None
        first = min((each for each, _ in ends), key=lambda mark: mark.at)
        return first, max((each for _, each in ends), key=lambda mark: mark.at)

    def entries(self) -> dict[str, int]:
        """Verified entries by the name of their writer; with its id where both names are the same."""
        one, other = self.parties
        if one.name != other.name:
            return {one.name: one.entries, other.name: other.entries}
        return {f"{each.name} {each.id.hex()[:8]}": each.entries for each in self.parties}

    def summary(self) -> tuple[str, ...]:
        """The result in plain words, line by line."""
        verdict = "Every check passed." if self.ok else f"{len(self.faults)} findings."
        names = " and ".join(show(each.name, newlines=False) for each in self.parties)
        lines = [f"Record of the line between {names}. {verdict}"]
        lines += [
            f"Finding: {each.text}" + (f" (entry {each.entry})" if each.entry else "")
            for each in self.findings
        ]
        lines += [f"Note: {each.text}" for each in self.remarks]
        lines += [f"Proven: {each}" for each in self.proven]
        lines += [f"Not proven: {each}" for each in self.not_proven]
        return tuple(lines)

    def to_json(self) -> dict[str, Any]:
        """For machines; keys stay, more may come."""
        span = self.range
        return {
            "ok": self.ok,
            "line": self.head.line.hex(),
            "environment": Environment(self.head.environment).name.lower(),
            "exporter": self.head.exporter.hex(),
            "made_at": iso(Instant(self.head.made_at)),
            "whole": self.head.whole,
            "parties": [each.to_json() for each in self.parties],
            "entries": self.entries(),
            "range": {"first": span[0].to_json(), "last": span[1].to_json()} if span else None,
            "findings": [_listed(each) for each in self.findings],
            "remarks": [_listed(each) for each in self.remarks],
            "proven": list(self.proven),
            "not_proven": list(self.not_proven),
        }


def _listed(found: Finding) -> dict[str, str]:
    return {"code": found.code, "entry": found.entry, "text": found.text}
