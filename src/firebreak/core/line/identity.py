"""Who talks on a line: both parties' keys, officers and desks as their cards say."""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Officer, Power, SignedCard
from firebreak.core.envelope.header import WRITER_BYTES, key_id
from firebreak.core.envelope.release import Roster

DESK_DEFAULT: Final = "duty"


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a line, as its current card says."""

    party: bytes
    "Party id, 32 bytes."
    name: str
    log_keys: tuple[bytes, ...]
    "Ed25519 public log keys that are or were valid, the current one last."
    checkpoint_key: bytes = b""
    officers: dict[str, bytes] = field(default_factory=dict[str, bytes])
    "Roster: name to Ed25519 public key."
    powers: dict[str, tuple[Power, ...]] = field(default_factory=dict[str, tuple[Power, ...]])
    "What each officer of the roster may do."
    desks: tuple[str, ...] = (DESK_DEFAULT,)
    card: SignedCard | None = field(default=None, repr=False)
    "The card that says so; None where nothing can follow it."

    @classmethod
    def of(cls, signed: SignedCard) -> "Side":
        """A party as this card says."""
        card = signed.card
        return cls(
            party=card.party,
            name=card.name,
            log_keys=(card.log_key,),
            checkpoint_key=card.checkpoint_key,
            officers={each.name: each.key for each in card.officers},
            powers={each.name: each.powers for each in card.officers},
            desks=tuple(each.name for each in card.desks),
            card=signed,
        )

    def roster(self, environment: Environment) -> Roster:
        """Its officers, for the question who released something."""
        officers = {
            name: Officer(name=name, key=key, powers=self.powers.get(name, ()))
            for name, key in self.officers.items()
        }
        return Roster(environment, officers)

    @property
    def writer(self) -> bytes:
        """How headers name this party."""
        return self.party[:WRITER_BYTES]

    def log_key(self, name: bytes) -> bytes | None:
        """The log key of a key id, or None when this party has none such."""
        return next((key for key in self.log_keys if key_id(key) == name), None)


@dataclass(frozen=True, slots=True)
class Identity:
    """A line between two parties in one environment."""

    line: bytes
    "Line id, 32 bytes."
    environment: Environment
    ours: Side
    theirs: Side

    def side(self, writer: bytes) -> Side | None:
        """The side that writes under these 16 bytes."""
        if writer == self.ours.writer:
            return self.ours
        return self.theirs if writer == self.theirs.writer else None
