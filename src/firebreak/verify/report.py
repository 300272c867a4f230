"""The result of a verification: facts for programs, and the keys and values of sentences for people."""

from dataclasses import dataclass, field
from typing import Any

from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.purposes import Environment
from firebreak.core.base.text import show
from firebreak.core.record.bundle import Head
from firebreak.verify.cards import Cards
from firebreak.verify.facts import Index
from firebreak.verify.faults import Fault, fault
from firebreak.verify.quorums import Existed
from firebreak.verify.silences import Silence
from firebreak.verify.stamps import Stamp
from firebreak.verify.wording import PARTS, Words, listed, meaning, said


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
    findings: tuple[Fault, ...]
    "Broken rules."
    remarks: tuple[Fault, ...]
    "Things worth knowing that break no rule."
    proven: tuple[Fault, ...]
    "What the bundle proves."
    stamps: tuple[Stamp, ...]
    "Cosignatures that hold and fit the entries, in the order of their time."
    unjudged: frozenset[str]
    "Of `PARTS`: what the entries in the file do not show."
    silences: tuple[Silence, ...]
    "What witnesses say of entries left at them, in the order of the file."
    existed: tuple[Existed, ...]
    "Checkpoints that a quorum of operators stamped."
    cards: Cards = field(repr=False)
    index: Index = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether every rule holds."""
        return not self.findings

    @property
    def empty(self) -> bool:
        """Whether no entry has a signature that holds: then nothing was broken and nothing was checked."""
        return not sum(each.entries for each in self.parties)

    @property
    def not_proven(self) -> tuple[Fault, ...]:
        """What no bundle proves."""
        times = "times-stamped" if self.existed else "times-said" if self.stamps else "times"
        parts = (f"part-{each}" for each in PARTS if each in self.unjudged)
        return tuple(fault(code) for code in ("who", "true", times, *parts, "end", "silence"))

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

    def summary(self, words: Words) -> tuple[str, ...]:
        """The result in plain words, line by line."""
        lower, higher = (show(each.name, newlines=False) for each in self.parties)
        record = words.say("record-of", {"lower": lower, "higher": higher})
        nothing = self.ok and self.empty
        lines = [f"{record} {words.say('verdict-empty') if nothing else verdict(words, self.findings)}"]
        lines += told(words, self.findings, self.remarks)
        lines += sentences(words, "proven", self.proven)
        lines += sentences(words, "label-proven", self._times())
        lines += sentences(words, "label-stamp", tuple(stamped(each, self.cards) for each in self.stamps))
        said = tuple(each.sentence(self.cards.name(each.side)) for each in self.silences)
        lines += sentences(words, "label-attested", said)
        lines += sentences(words, "not-proven", self.not_proven)
        return tuple(lines)

    def _times(self) -> tuple[Fault, ...]:
        """Of each side the newest checkpoint that a quorum stamped."""
        newest = {each.side: each.sentence(self.cards.name(each.side)) for each in self.existed}
        return tuple(newest.values()) if "stamps" in {each.code for each in self.proven} else ()

    def to_json(self, words: Words) -> dict[str, Any]:
        """For machines; keys stay, more may come."""
        span = self.range
        return {
            "ok": self.ok,
            "empty": self.empty,
            "line": self.head.line.hex(),
            "environment": Environment(self.head.environment).name.lower(),
            "exporter": self.head.exporter.hex(),
            "made_at": iso(Instant(self.head.made_at)),
            "whole": self.head.whole,
            "parties": [each.to_json() for each in self.parties],
            "entries": self.entries(),
            "range": {"first": span[0].to_json(), "last": span[1].to_json()} if span else None,
            "existed": [
                {"writer": self.cards.name(each.side), "through": each.through, "by": iso(each.at)}
                for each in self.existed
            ],
            "stamps": [each.to_json(self.cards.name(each.side)) for each in self.stamps],
            "silences": [each.to_json(self.cards.name(each.side)) for each in self.silences],
            "findings": [listed(words, "finding", each) for each in self.findings],
            "remarks": [listed(words, "remark", each) for each in self.remarks],
            "proven": [said(words, "proven", each) for each in self.proven],
            "not_proven": [said(words, "not-proven", each) for each in self.not_proven],
        }


def verdict(words: Words, findings: tuple[Fault, ...]) -> str:
    """The result in one sentence."""
    return words.say("verdict-findings", {"count": len(findings)}) if findings else words.say("verdict-good")


def told(words: Words, findings: tuple[Fault, ...], remarks: tuple[Fault, ...]) -> list[str]:
    """Findings with what each sort of them means, once, then remarks."""
    lines: list[str] = []
    explained: set[str] = set()
    for each in findings:
        lines.append(f"{words.say('label-finding')}: {said(words, 'finding', each)}{_at(words, each)}")
        means = meaning(words, each)
        if means not in explained:
            explained.add(means)
            lines.append(f"{words.say('label-meaning')}: {means}")
    return lines + [f"{words.say('label-note')}: {said(words, 'remark', each)}" for each in remarks]


def sentences(words: Words, family: str, of: tuple[Fault, ...]) -> list[str]:
    """Sentences on what is proven or not, each with its label."""
    label = words.say(family if family.startswith("label-") else f"label-{family}")
    said_as = "proven" if family.startswith("label-") else family
    return [f"{label}: {said(words, said_as, each)}" for each in of]


def stamped(stamp: Stamp, cards: Cards) -> Fault:
    """The sentence on one stamp."""
    values = {"at": iso(stamp.at), "writer": cards.name(stamp.side), "size": stamp.size}
    return fault("stamp", witness=stamp.witness, **values)


def _at(words: Words, fault: Fault) -> str:
    return f" {words.say('at-entry', {'entry': fault.entry})}" if fault.entry else ""
