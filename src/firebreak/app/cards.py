"""Cards and revocations on their way between two parties: files in the folder of a line.

lines/NAME/ours/SERIAL          our next card as an entry, with the officers who released it
lines/NAME/ours/revoked-KEY     a log key of ours that we revoke there
lines/NAME/ours/explained-HASH  what we say of two entries of ours under one number
lines/NAME/cards/SERIAL.fbcard  newer cards of the counterpart, as files or as the record brought them
lines/NAME/cards/revoked-KEY    a log key of theirs that they revoke, handed over as a file
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House, read_file, write_file
from firebreak.core.base.errors import CounterpartError, FirebreakError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.card import SignedCard, read_signed_card
from firebreak.core.envelope.card_import import check_import
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.card_events import CardInForce
from firebreak.core.line.line import Line
from firebreak.core.record.rooted import CardEntry, Explain, Revoke, read_revocation_file
from firebreak.ports import Store


@dataclass(frozen=True, slots=True)
class Passing:
    """What of one line waits to be said in its record."""

    house: House
    name: str

    @property
    def _folder(self) -> Path:
        return self.house.line(self.name)

    def owed(self, line: Line, at: Instant) -> Iterator[Draft | FirebreakError]:
        """What is to be written, revocations first: what is signed before them counts as acknowledged."""
        yield from self._revocations(line)
        yield from self._ours(line)
        yield from self._theirs(line, at)

    def publish(self, serial: int, body: CardEntry) -> None:
        """Have our next card published."""
        write_file(self._folder / "ours" / str(serial), body.to_bytes())

    def revoke(self, body: Revoke, *, ours: bool) -> Path:
        """Have a revocation written into the record."""
        name = f"revoked-{body.read().key.hex()[:16]}"
        path = self._folder / ("ours" if ours else "cards") / name
        write_file(path, body.to_bytes())
        return path

    def explain(self, body: Explain) -> None:
        """Have an explanation written into the record."""
        write_file(self._folder / "ours" / f"explained-{body.read().first.hash.hex()[:16]}", body.to_bytes())

    def keep(self, signed: SignedCard) -> None:
        """Keep a card of the counterpart."""
        write_file(self._folder / "cards" / f"{signed.card.serial:010}.fbcard", signed.to_bytes())

    def held(self) -> list[SignedCard]:
        """The cards of the counterpart that we hold as files, the oldest first."""
        later = sorted((self._folder / "cards").glob("*.fbcard"))
        return [Ceremony(self.house, self.name).theirs().signed, *(_card(each) for each in later)]

    def take_in(self, signed: SignedCard, now: Instant) -> None:
        """Keep a card that was handed over, if it follows those held. Raises LocalError, CounterpartError."""
        cards = self.held()
        if signed.hash in {each.hash for each in cards}:
            return
        known = Ceremony(self.house, self.name).known_keys(signed.card.party)
        check_import(
            signed,
            environment=self.house.config.environment,
            previous=cards[-1],
            known_keys=known,
            now=now,
        )
        self.keep(signed)

    def _ours(self, line: Line) -> Iterator[Draft]:
        cards = line.memory.cards
        for path in sorted((self._folder / "ours").glob("[0-9]*"), key=lambda each: int(each.name)):
            body = CardEntry.from_bytes(read_file(path))
            if body.read().hash not in cards.published:
                yield Draft(kind=Kind.CARD, body=body)
        for path in sorted((self._folder / "ours").glob("explained-*")):
            body = Explain.from_bytes(read_file(path))
            said = body.read()
            if frozenset((said.first.ref, said.second.ref)) not in line.machines.explained:
                yield Draft(kind=Kind.EXPLAIN, body=body)

    def _theirs(self, line: Line, at: Instant) -> Iterator[Draft | FirebreakError]:
        cards = line.memory.cards
        for path in sorted((self._folder / "cards").glob("*.fbcard")):
            signed = _card(path)
            if cards.is_in_force(signed, ours=False):
                continue
            try:
                yield from (each for each in cards.take_in(signed, at) if isinstance(each, Draft))
            except FirebreakError as error:
                yield error

    def _revocations(self, line: Line) -> Iterator[Draft | FirebreakError]:
        revocations = line.memory.revocations
        for path in sorted((self._folder / "ours").glob("revoked-*")):
            body = read_revocation_file(read_file(path))
            if body.revocation.payload not in revocations.published:
                yield Draft(kind=Kind.REVOKE, body=body)
        for path in sorted((self._folder / "cards").glob("revoked-*")):
            try:
                drafts = revocations.take_in(read_revocation_file(read_file(path)))
            except CounterpartError as error:
                yield error
            else:
                yield from (each for each in drafts if isinstance(each, Draft))


def followed(house: House, name: str, line: Line, event: Event) -> bool:
    """Keep a counterpart's new card as a file; whether the event is that one came into force."""
    if not isinstance(event, CardInForce) or event.ours:
        return False
    signed = line.memory.cards.newest(ours=False).card
    assert signed is not None
    Passing(house, name).keep(signed)
    return True


def bring_into_use(house: House, store: Store, names: list[str]) -> str:
    """Put new keys in the place of the old ones once every line has the card; else say which has not."""
    if not house.waits():
        return ""
    card = house.card()
    missing = [each for each in names if not _is_taken(house, store, each, card)]
    if missing:
        return (
            f"new keys wait: {', '.join(missing)} has not taken in card {card.card.serial};"
            " this node goes on with the old ones"
        )
    for path, place in zip(house.next_keys, (house.signer_keys, house.node_keys), strict=True):
        if path.exists():
            path.replace(place)
    return f"new keys are in use, those of card {card.card.serial}; the old ones are gone"


def _is_taken(house: House, store: Store, name: str, card: SignedCard) -> bool:
    ceremony = Ceremony(house, name)
    if ceremony.offer().signed.hash == card.hash:
        return True
    data = card.to_bytes()
    return any(
        each.entry.header.kind == Kind.CARD_TAKEN and data in (each.entry.body or b"")
        for _, each in store.entries(ceremony.line_id)
    )


def _card(path: Path) -> SignedCard:
    return read_signed_card(read_file(path))
