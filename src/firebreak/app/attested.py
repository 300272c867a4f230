"""Reading statements of witnesses on mailboxes back out of the record, and holding them against the calls."""

import hashlib
from dataclasses import dataclass, field
from typing import Final

from firebreak.app.stamps import keys_of
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import Instant
from firebreak.core.line.agreement import Agreement
from firebreak.core.line.line import Line
from firebreak.core.record.attested import AttestedBody, Box, conclusions, trusted, verified
from firebreak.core.record.collecting import Conclusion, TrustedWitness, Word
from firebreak.core.record.deposits import mailbox
from firebreak.core.record.quorum import QUORUM, eligible
from firebreak.ports import Store

AT_ONCE: Final = 4  # entries read in one go; the loop of the node has other work too

Said = list[tuple[bytes, Conclusion]]
"Entries that were left at witnesses, each with what these say together."


def ever_agreed(line: Line) -> list[TrustedWitness]:
    """Every witness with mailboxes that both sides ever agreed on: what it attested then stays said."""
    agreed = [each.agreement for each in reversed(line.machines.agreements.history)]
    sides = (line.identity.ours, line.identity.theirs)
    names = dict.fromkeys(witness for each in agreed for witness in each.witnesses)
    return trusted(eligible(list(names), (each.name for each in sides), keys_of(line)))


def box(line: Line, *, ours: bool) -> Box:
    """The mailbox into which our side (or theirs) leaves things for the other."""
    sides = (line.identity.ours, line.identity.theirs)
    reader = sides[1] if ours else sides[0]
    agreed = line.machines.agreements.history
    return Box(
        environment=line.identity.environment,
        mailbox=mailbox(line.identity.line, reader.party),
        writer_keys=_log_keys(line, ours=ours),
        reader_keys=_log_keys(line, ours=not ours),
        quorum=max((each.agreement.quorum for each in agreed), default=QUORUM),
    )


def statements(line: Line, body: AttestedBody) -> Said:
    """What one entry with attestations says of entries that were left in either mailbox of the line."""
    held, _ = verified(body, ever_agreed(line), line.identity.environment)
    until = Instant(body.until)
    boxes = (box(line, ours=True), box(line, ours=False))
    return [found for each in boxes for found in conclusions(held, each, until).items()]


@dataclass(slots=True)
class Attested:
    """What the record of one line holds of such statements; each entry is verified once."""

    store: Store
    line: Line
    said: Said = field(default_factory=list[tuple[bytes, Conclusion]])
    _read: int = 0
    _agreement: Agreement | None = None
    _known: set[bytes] = field(default_factory=set[bytes])
    "Bodies that were read under this agreement, by their digest: the same again says nothing new."

    def rate(self) -> Said:
        """Hold what is new against the calls (evidence E2); gives what is new of offers."""
        agreement, places = self.line.machines.agreements.in_force, self.line.memory.witnessing.attested
        if agreement is not self._agreement:
            self._agreement, self._read, self.said, self._known = agreement, 0, [], set()
        some = places[self._read : self._read + AT_ONCE]
        self._read += len(some)
        fresh = [each for ref in some for each in self._statements(ref.hash)]
        book = self.line.machines.calls.book
        offers = [each for each in fresh if book.offered(each[0]) is not None]
        self.said += offers
        if offers:
            book.collected = {entry for entry, each in self.said if each.word is Word.COLLECTED}
            book.uncollected = uncollected(self.said)
        return offers

    def _statements(self, hash: bytes) -> Said:
        kept = self.store.find(self.line.identity.line, hash)
        body = None if kept is None else kept.entry.body
        if body is None or (known := hashlib.sha256(body).digest()) in self._known:
            return []
        self._known.add(known)
        try:
            return statements(self.line, AttestedBody.from_bytes(body))
        except CounterpartError:
            return []


def uncollected(said: Said) -> set[bytes]:
    """What was not collected as a quorum says; a fetch by then that the reader signed outweighs them."""
    first = dict[bytes, Instant]()
    for entry, each in said:
        if each.word is Word.COLLECTED and each.since is not None:
            first[entry] = min(each.since, first.get(entry, each.since))
    return {
        entry
        for entry, each in said
        if each.word is Word.NOT_COLLECTED and first.get(entry, each.until + 1) > each.until
    }


def _log_keys(line: Line, *, ours: bool) -> tuple[bytes, ...]:
    chain = line.memory.cards.chains[ours]
    return tuple(dict.fromkeys(key for each in chain for key in each.side.log_keys))
