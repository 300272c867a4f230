"""The logs a witness knows: those of lines by their offers and cards, others by a verifier key.

The files of a line lie in one folder and are written whole, so that `firebreak witness line add` may be said
while the witness runs: the folder is read anew when a file came or went.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Card, SignedCard, read_signed_card, root_signatures_hold
from firebreak.core.envelope.card_import import check_later, check_party
from firebreak.core.envelope.pairing import Offer, line_id, read_offer
from firebreak.core.envelope.points import check_ed25519_point
from firebreak.core.record.checkpoint import Origin
from firebreak.core.record.deposits import mailbox
from firebreak.core.record.vkey import VerifierKey
from firebreak.keyring.atomic import write_secret
from firebreak.witness import faults

CARDS_MAX: Final = 2  # whose keys hold: the newest, and the one before it until the node has changed over
FILE_BYTES_MAX: Final = 70_000  # an offer is a card with a nonce
PARTIES: Final = 2


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose mailbox it is, and who may put something into it."""

    reader: bytes
    "Party id."
    writer: bytes
    line: bytes


@dataclass(slots=True)
class KnownLine:
    """A line as a witness sees it: two parties and their cards, the newest first."""

    line: bytes
    cards: dict[bytes, list[SignedCard]]

    def keys(self, party: bytes) -> list[bytes]:
        """The log keys of a party that hold now."""
        return [each.card.log_key for each in self.cards.get(party, ())[:CARDS_MAX]]


@dataclass(slots=True)
class Known:
    """All logs of a witness."""

    folder: Path
    environment: Environment
    others: Sequence[VerifierKey] = ()
    lines: dict[bytes, KnownLine] = field(default_factory=dict[bytes, KnownLine])
    mailboxes: dict[bytes, Owner] = field(default_factory=dict[bytes, Owner])
    problems: list[str] = field(default_factory=list[str])
    "Files in the folder that are not taken in."
    _names: list[str] | None = None

    def keys(self, origin: str) -> list[bytes]:
        """The Ed25519 keys whose signatures count for a log; none: it is not known."""
        self.refresh()
        found = [key.public for key in self.others if key.name == origin]
        try:
            of = Origin.parse(origin)
        except CounterpartError:
            return found
        line = self.lines.get(of.line)
        return found if line is None else [*found, *line.keys(of.party)]

    def owner(self, box: bytes) -> Owner | None:
        """Whose mailbox this is."""
        self.refresh()
        return self.mailboxes.get(box)

    def refresh(self) -> None:
        """Read the folder if a file came or went."""
        names = sorted(each.name for each in self.folder.iterdir()) if self.folder.is_dir() else []
        if names == self._names:
            return
        self._names, self.problems = names, list[str]()
        offers, cards = dict[str, list[Offer]](), list[SignedCard]()
        for name in names:
            try:
                if name.endswith(".fboffer"):
                    line = name.partition(".")[0]
                    offers.setdefault(line, []).append(read_offer(_read(self.folder / name)))
                elif name.endswith(".fbcard"):
                    cards.append(read_signed_card(_read(self.folder / name)))
            except (CounterpartError, LocalError) as error:
                self.problems.append(f"{name}: {error.text}")
        self._take([found for found in offers.values() if len(found) == PARTIES], cards)

    def _take(self, pairs: Iterable[list[Offer]], cards: list[SignedCard]) -> None:
        self.lines, self.mailboxes = {}, {}
        for one, other in pairs:
            line = line_id(self.environment, one, other)
            held = {each.party: self._cards(each, cards) for each in (one, other)}
            self.lines[line] = KnownLine(line, held)
            for reader, writer in ((one.party, other.party), (other.party, one.party)):
                self.mailboxes[mailbox(line, reader)] = Owner(reader, writer, line)

    def _cards(self, offer: Offer, cards: Iterable[SignedCard]) -> list[SignedCard]:
        found = [offer.signed, *(each for each in cards if each.card.party == offer.party)]
        return sorted(found, key=lambda each: -each.card.serial)


def add_line(folder: Path, environment: Environment, one: Path, other: Path) -> bytes:
    """Take in the two offers of a line; its id. Raises LocalError, CounterpartError."""
    offers = [read_offer(_read(each)) for each in (one, other)]
    for each in offers:
        _check(each.signed, environment)
        check_party(each.signed, None)
    if offers[0].party == offers[1].party:
        raise faults.not_a_line("both offers are of one party")
    line = line_id(environment, *offers)
    folder.mkdir(parents=True, exist_ok=True)
    for each in offers:
        name = f"{line.hex()[:16]}.{each.party.hex()[:16]}.fboffer"
        write_secret(folder / name, each.to_bytes(), replace=True)
    return line


def add_card(folder: Path, environment: Environment, path: Path) -> Card:
    """Take in a newer card of a party that is known, by its root keys or those that it announced.

    Raises LocalError, CounterpartError.
    """
    signed = read_signed_card(_read(path))
    _check(signed, environment)
    known = Known(folder, environment)
    known.refresh()
    held = [card for line in known.lines.values() for card in line.cards.get(signed.card.party, ())]
    if not held:
        raise faults.not_a_line(f"{signed.card.name} is not a party of any line known here")
    if signed.hash in {each.hash for each in held}:
        return signed.card
    check_later(signed, max(held, key=lambda each: each.card.serial))
    name = f"{signed.card.party.hex()[:16]}.{signed.card.serial:08}.fbcard"
    write_secret(folder / name, signed.to_bytes(), replace=True)
    return signed.card


def _check(signed: SignedCard, environment: Environment) -> None:
    card = signed.card
    if card.environment is not environment:
        raise faults.not_a_line(f"the card of {card.name} is for the other environment than this witness")
    if not root_signatures_hold(signed):
        raise CounterpartError(
            f"the root signatures of the card of {card.name} do not both hold",
            code="FB126",
            hint="ask them for a correct card",
        )
    check_ed25519_point(card.log_key)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(FILE_BYTES_MAX)
    except OSError as error:
        raise faults.setting(path, f"cannot be read: {error.strerror}") from error
