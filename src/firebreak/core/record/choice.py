"""What of a record goes into a bundle: a range of time, and which bodies. Nothing that is signed changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.bundle import KEEPING, RECORD_KINDS

HASH_DIGITS_MIN = 8  # so many of an entry's hash name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What an exporter chose. By default everything."""

    kinds: frozenset[Kind] | None = None
    "Kinds whose bodies are kept, besides those by which the record speaks of itself; None for all."
    withheld: tuple[str, ...] = ()
    "Entries whose bodies are left out, as people name them: `6af91097/3`, or the beginning of the hash."
    first: int | None = None
    last: int | None = None
    "Milliseconds UTC."

    @property
    def selection(self) -> tuple[int, ...]:
        """What the head of the bundle says; empty for the whole record."""
        if self.first is None and self.last is None:
            return ()
        return (self.first or 0, self.last if self.last is not None else 253_402_300_799_000)


@dataclass(slots=True)
class Chosen:
    """Applies a choice to the entries of a line: first all are looked at, then those chosen are written."""

    choice: Choice
    hidden: set[bytes]
    "Hashes of the entries whose bodies are left out by name."
    spans: dict[tuple[bytes, bytes], tuple[int, int]]
    "Writer and segment to the first and the last number inside the range."

    def entries(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """What goes into the bundle. Inside a segment nothing is left out between first and last.

        Agreements, cards and revocations taken in before the range stand in it alone.
        """
        for each in entries:
            if self.choice.selection and not (self._inside(each) or self._keeps(each)):
                continue
            yield each.bare() if self._hides(each) else each

    def _inside(self, entry: Entry) -> bool:
        header = entry.header
        span = self.spans.get((header.writer, header.segment))
        return span is not None and span[0] <= header.seq <= span[1]

    def _keeps(self, entry: Entry) -> bool:
        """Whether an older entry decides how those in the range are judged."""
        header = entry.header
        return header.kind in KEEPING and header.time.hi < self.choice.selection[0]

    def _hides(self, entry: Entry) -> bool:
        kinds = self.choice.kinds
        kept = kinds is None or entry.header.kind in kinds or entry.header.kind in RECORD_KINDS
        return not kept or entry.hash in self.hidden


def choose(choice: Choice, entries: Iterable[Entry]) -> Chosen:
    """Look at all entries of a line. Raises LocalError for a name under which there is none."""
    chosen = Chosen(choice, set(), {})
    found: set[str] = set()
    for each in entries:
        for name in choice.withheld:
            if is_named(each, name):
                chosen.hidden.add(each.hash)
                found.add(name)
        if choice.selection and _touches(each, *choice.selection):
            at = (each.header.writer, each.header.segment)
            first, last = chosen.spans.get(at, (each.header.seq, each.header.seq))
            chosen.spans[at] = (min(first, each.header.seq), max(last, each.header.seq))
    for name in choice.withheld:
        if name not in found:
            raise no_entry(name)
    return chosen


def is_named(entry: Entry, name: str) -> bool:
    """Whether a person means this entry."""
    plain = name.strip().lower()
    return str(entry.ref) == plain or (len(plain) >= HASH_DIGITS_MIN and entry.hash.hex().startswith(plain))


def kind_named(name: str) -> Kind:
    """The kind that a person means: `call.offer`, as the spec writes it, or `call-offer`."""
    plain = name.strip().upper().replace("-", "_").replace(".", "_")
    if plain not in Kind.__members__:
        known = ", ".join(each.name.lower().replace("_", "-") for each in Kind)
        raise LocalError(f"there is no kind {name[:40]!r}", code="FB347", hint=f"take one of {known}")
    return Kind[plain]


def no_entry(name: str) -> LocalError:
    """The error for a name under which no entry of the line is held."""
    return LocalError(
        f"no entry of this line is named {name[:80]!r}",
        code="FB347",
        hint="name it as `firebreak inbox` does, for example 6af91097/3, or by eight digits of its hash",
    )


def _touches(entry: Entry, first: int, last: int) -> bool:
    return entry.header.time.lo <= last and entry.header.time.hi >= first
