"""Pairing, as files in the folder of a line: exchange offers, compare digits, sign the opening.

lines/NAME/ours.fboffer     our card and 32 random bytes; hand this file to the counterpart
lines/NAME/theirs.fboffer   the file they handed us
lines/NAME/open             the opening that our officers signed after they compared the digits
lines/NAME/agree            the agreement that our officers signed last
lines/NAME/cards/SERIAL     newer cards of the counterpart, in order
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from firebreak.app.agreeing import agreement
from firebreak.app.house import House, file_name, read_file, write_file
from firebreak.config import LineConfig
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.card import SignedCard, read_signed_card
from firebreak.core.envelope.card_import import KeyUse, keys_of
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.envelope.pairing import NONCE_BYTES, Offer, Pairing, line_id, read_offer
from firebreak.core.line.agreement import Agreement, LineAgree
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer import word

OURS: Final = "ours.fboffer"
THEIRS: Final = "theirs.fboffer"
OPEN: Final = "open"
AGREE: Final = "agree"


@dataclass(frozen=True, slots=True)
class Ceremony:
    """One line of a party on its way from two files to an open line."""

    house: House
    name: str

    @property
    def config(self) -> LineConfig:
        """The settings of this line; the defaults where none are written down."""
        named = (each for each in self.house.config.lines if file_name(each.name) == self.folder.name)
        return next(named, LineConfig(self.folder.name))

    @property
    def folder(self) -> Path:
        """Where it keeps its files."""
        return self.house.line(self.name)

    def offer(self) -> Offer:
        """Our offer for this line; made with the first call, the same once the digits were compared."""
        path = self.folder / OURS
        if path.exists():
            kept = read_offer(read_file(path))
            if (self.folder / OPEN).exists() or kept.signed.hash == self.house.card().hash:
                return kept  # else our keys have changed since, and the counterpart needs the new card
        made = Offer(self.house.card(), secrets.token_bytes(NONCE_BYTES))
        write_file(path, made.to_bytes())
        return made

    def take_in(self, data: bytes, now: Instant) -> Pairing:
        """Their offer, checked in every respect. Raises CounterpartError, LocalError."""
        if (self.folder / OPEN).exists():
            raise LocalError(
                f"line {self.name!r} was compared already",
                code="FB356",
                hint="choose another name for a new line",
            )
        theirs = read_offer(data)
        fresh = Pairing(self.house.config.environment, self.offer())
        pairing = fresh.exchange(
            theirs, held=self._held(theirs), known_keys=self.known_keys(theirs.party), now=now
        )
        write_file(self.folder / THEIRS, data)
        return pairing

    def _held(self, theirs: Offer) -> SignedCard | None:
        """The card that we hold of them from another line."""
        for name, each in self._other_offers():
            if each.party == theirs.party:
                later = sorted((self.house.line(name) / "cards").glob("*.fbcard"))
                return read_signed_card(read_file(later[-1])) if later else each.signed
        return None

    def known_keys(self, party: bytes) -> dict[bytes, KeyUse]:
        """Every key that is in use here, ours and those of all counterparts but this one."""
        known: dict[bytes, KeyUse] = {}
        for each in self.house.cards():
            known |= keys_of(each.card, ours=True)
        for name, each in self._other_offers():
            if each.party != party:
                later = (self.house.line(name) / "cards").glob("*.fbcard")
                for card in (each.signed, *(read_signed_card(read_file(path)) for path in later)):
                    known |= keys_of(card.card)
        return known

    def _other_offers(self) -> Iterator[tuple[str, Offer]]:
        for name in self.house.lines():
            path = self.house.line(name) / THEIRS
            if name != self.folder.name and path.exists():
                yield name, read_offer(read_file(path))

    def pairing(self, now: Instant) -> Pairing:
        """Where the ceremony stands. Raises LocalError before offers were exchanged."""
        path = self.folder / THEIRS
        if not path.exists():
            raise LocalError(
                f"no offer of the counterpart for line {self.name!r}",
                code="FB357",
                hint=f"take it in first: `firebreak card import FILE --line {self.name}`",
            )
        theirs = read_offer(read_file(path))
        fresh = Pairing(self.house.config.environment, self.offer())
        return fresh.exchange(
            theirs, held=self._held(theirs), known_keys=self.known_keys(theirs.party), now=now
        )

    def compare(self, typed: str, officers: list[OfficerKey], now: Instant) -> LineOpen:
        """Check the half they read aloud; our officers then sign the opening and the agreement."""
        compared = self.pairing(now).compare(typed)
        body = compared.line_open()
        signed = replace(body, statements=self._words(compared.line, body.detail(), officers, now))
        self.agree(self.wanted, officers, now)
        write_file(self.folder / OPEN, signed.to_bytes())
        return signed

    @property
    def wanted(self) -> Agreement:
        """What our configuration wants agreed now."""
        config = self.house.config
        return agreement(self.config, config.witnesses, config.quorum, config.environment)

    def agree(self, agreement: Agreement, officers: list[OfficerKey], now: Instant) -> LineAgree:
        """Let our officers sign the line agreement; it is in force once both logs hold the same.

        By its statements it is later than the one before, whatever the clock says: the signer goes by that.
        """
        body = LineAgree(agreement=agreement)
        before = self.agreed()
        latest = max((each.time for each in before.statements), default=-1) if before else -1
        now = max(now, Instant(latest + 1))
        signed = replace(body, statements=self._words(self.line_id, body.detail(), officers, now))
        write_file(self.folder / AGREE, signed.to_bytes())
        return signed

    def agreed(self) -> LineAgree | None:
        """What our officers signed last."""
        path = self.folder / AGREE
        return LineAgree.from_bytes(read_file(path)) if path.exists() else None

    @property
    def line_id(self) -> bytes:
        """The id of the line. Raises LocalError before offers were exchanged."""
        return line_id(self.house.config.environment, self.offer(), self.theirs())

    def _words(
        self, line: bytes, detail: bytes, officers: list[OfficerKey], now: Instant
    ) -> tuple[Statement, ...]:
        environment = self.house.config.environment
        return tuple(
            word(key, Action.COMPARE, detail, time=now, environment=environment, line=line)
            for key in officers
        )

    def opening(self) -> LineOpen | None:
        """What our officers signed; None before the comparison."""
        path = self.folder / OPEN
        return LineOpen.from_bytes(read_file(path)) if path.exists() else None

    def theirs(self) -> Offer:
        """Their offer. Raises LocalError."""
        return read_offer(read_file(self.folder / THEIRS))
