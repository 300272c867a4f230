"""What the signer believes about officers, and which entries it does not sign without two of them (I14).

It hears of officers from cards alone, and only from cards that its own party's root keys signed for its own
log key. Which further kinds need two officers it hears from line agreements that those officers signed. It
cannot know whether it was shown the newest: what holds without any is `ALWAYS`, and nothing takes from that.
"""

from dataclasses import dataclass, field

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import party_id, read_signed_card, root_signatures_hold
from firebreak.core.envelope.header import Header, commit
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.release import ALWAYS, PERSONS, Roster, agreed_kinds, may_need_two
from firebreak.core.envelope.signer import RefusedToSign


@dataclass(slots=True)
class Releasing:
    """Who may release what, as far as it was proved to the signer."""

    party: bytes
    log_public: bytes
    environment: Environment
    roots: bytes
    "The id of the root keys that sign its cards now."
    _next: bytes = b""
    "The id of those that may follow them, as the newest card says."
    _serial: int = 0
    _roster: Roster | None = None
    _agreed: dict[bytes, frozenset[Kind]] = field(default_factory=dict[bytes, frozenset[Kind]])

    def take_card(self, data: bytes) -> None:
        """Believe our own newest card from now on. Raises RefusedToSign."""
        try:
            signed = read_signed_card(data)
        except CounterpartError as error:
            raise RefusedToSign(error.text) from error
        card = signed.card
        roots = party_id(card.root_ed25519, card.root_mldsa65)
        ours = card.party == self.party and roots in (self.roots, self._next)
        if not ours or card.environment is not self.environment or not root_signatures_hold(signed):
            raise RefusedToSign("a card that our own root keys did not sign for this environment")
        if card.log_key != self.log_public:
            raise RefusedToSign("a card of another log key")
        if card.serial < self._serial:
            raise RefusedToSign(f"card {card.serial} is older than card {self._serial}")
        self._serial, self.roots, self._next = card.serial, roots, card.next_root
        self._roster = Roster(self.environment, {each.name: each for each in card.officers})

    def take_agreement(self, line: bytes, body: bytes) -> None:
        """Follow an agreement that enough of our officers signed. Raises RefusedToSign."""
        if self._roster is None:
            raise RefusedToSign("no card of ours was shown")
        try:
            officers = self._roster.holding(Kind.LINE_AGREE, line, body)
            kinds = agreed_kinds(body)
        except CounterpartError as error:
            raise RefusedToSign(error.text) from error
        needed = PERSONS if Kind.LINE_AGREE in ALWAYS[self.environment] else 1
        if len(officers) < needed:
            raise RefusedToSign(f"{len(officers)} of our officers signed the agreement, {needed} are needed")
        self._agreed[line] = kinds

    def check(self, header: Header, salt: bytes, body: bytes) -> None:
        """Refuse an entry that two officers have to release and did not. Raises RefusedToSign."""
        if not self._needs_two(header):
            return
        if commit(header.kind, salt, body) != header.commitment:
            raise RefusedToSign("an entry that two officers have to release, without its body")
        try:
            officers = self._roster.holding(Kind(header.kind), header.line, body) if self._roster else ()
        except CounterpartError as error:
            raise RefusedToSign(error.text) from error
        if len(officers) < PERSONS:
            raise RefusedToSign(f"{len(officers)} officers released it, {PERSONS} are needed")

    def _needs_two(self, header: Header) -> bool:
        if not may_need_two(header.kind, header.precedence):
            return False
        agreed = self._agreed.get(header.line, frozenset())
        return header.kind in ALWAYS[self.environment] or header.kind in agreed
