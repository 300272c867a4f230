"""What the signer believes about officers, and which entries it does not sign without two of them (I14).

It hears of officers from cards alone, and only from cards that its own party's root keys signed for its own
log key. Which further kinds need two officers it hears from line agreements that those officers signed. It
cannot know whether it was shown the newest: what holds without any is `ALWAYS`, and nothing takes from that.
Nothing older than what it was shown before is believed: cards are in the order of their serials, agreements
in that of the instants at which officers signed them. It outlives the process (`remembering.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import party_id, read_signed_card, root_signatures_hold
from firebreak.core.envelope.header import Header, commit
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import Statement
from firebreak.core.envelope.release import ALWAYS, PERSONS, Roster, agreed_kinds, may_need_two
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.keyring.remembering import Agreed, Believed

USED_MAX: Final = 4_096
"Words of officers that are remembered as used up; the counterpart's node counts each once in any case."


@dataclass(slots=True)
class Releasing:
    """Who may release what, as far as it was proved to the signer."""

    party: bytes
    log_public: bytes
    environment: Environment
    believed: Believed
    keep: Callable[[Believed], None] = lambda _: None
    "Raises RefusedToSign when it cannot be kept."
    _roster: Roster | None = None
    _used: dict[bytes, None] = field(default_factory=dict[bytes, None])
    "Names of the statements that released an entry in this process, the oldest first."

    def take_card(self, data: bytes) -> None:
        """Believe our own newest card from now on. Raises RefusedToSign."""
        try:
            signed = read_signed_card(data)
        except CounterpartError as error:
            raise RefusedToSign(error.text) from error
        card, before = signed.card, self.believed
        roots = party_id(card.root_ed25519, card.root_mldsa65)
        ours = card.party == self.party and roots in (before.roots, before.following)
        if not ours or card.environment is not self.environment or not root_signatures_hold(signed):
            raise RefusedToSign("a card that our own root keys did not sign for this environment")
        if card.log_key != self.log_public:
            raise RefusedToSign("a card of another log key")
        if card.serial < before.serial:
            raise RefusedToSign(f"card {card.serial} is older than card {before.serial}")
        self._believe(replace(before, serial=card.serial, roots=roots, following=card.next_root))
        self._roster = Roster(self.environment, {each.name: each for each in card.officers})

    def take_agreement(self, line: bytes, body: bytes) -> None:
        """Follow an agreement that enough of our officers signed. Raises RefusedToSign."""
        if self._roster is None:
            raise RefusedToSign("no card of ours was shown")
        words = self._words(Kind.LINE_AGREE, line, body)
        needed = PERSONS if Kind.LINE_AGREE in ALWAYS[self.environment] else 1
        count = len({key for key, _ in words})
        if count < needed:
            raise RefusedToSign(f"{count} of our officers signed the agreement, {needed} are needed")
        agreed = Agreed(min(each.time for _, each in words), words[0][1].detail, agreed_kinds(body))
        before = self.believed.agreed.get(line, agreed)
        if agreed.time < before.time or (agreed.time == before.time and agreed.detail != before.detail):
            raise RefusedToSign("an agreement that our officers signed before the one that holds")
        self._believe(replace(self.believed, agreed={**self.believed.agreed, line: agreed}))

    def check(self, header: Header, salt: bytes, body: bytes) -> None:
        """Refuse an entry that two officers have to release and did not. Raises RefusedToSign."""
        if not self._needs_two(header):
            return
        if commit(header.kind, salt, body) != header.commitment:
            raise RefusedToSign("an entry that two officers have to release, without its body")
        words = self._words(Kind(header.kind), header.line, body)
        fresh = {key: each.name for key, each in words if each.name not in self._used}
        if len(fresh) < PERSONS:
            raise RefusedToSign(f"{len(fresh)} officers released it, {PERSONS} are needed")
        self._used |= dict.fromkeys(each.name for _, each in words)
        while len(self._used) > USED_MAX:
            del self._used[next(iter(self._used))]

    def _words(self, kind: Kind, line: bytes, body: bytes) -> list[tuple[bytes, Statement]]:
        try:
            return self._roster.words(kind, line, body) if self._roster else []
        except CounterpartError as error:
            raise RefusedToSign(error.text) from error

    def _believe(self, believed: Believed) -> None:
        if believed != self.believed:
            self.keep(believed)
            self.believed = believed

    def _needs_two(self, header: Header) -> bool:
        if not may_need_two(header.kind, header.precedence):
            return False
        agreed = self.believed.agreed.get(header.line)
        return header.kind in ALWAYS[self.environment] or (agreed is not None and header.kind in agreed.kinds)
