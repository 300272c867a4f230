"""The officers on our newest card, as the file says now. Read anew when the file has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from firebreak.core.base.errors import FirebreakError
from firebreak.core.envelope.card import Card, Officer, read_signed_card


@dataclass(slots=True)
class Roster:
    """Who may speak in our name, by name."""

    path: Path
    _seen: tuple[int, ...] = ()
    _card: Card | None = None
    _officers: dict[str, Officer] = field(default_factory=dict[str, Officer])

    def officer(self, name: str | None) -> Officer | None:
        """The officer of a name, if the card lists one."""
        self._look()
        return None if name is None else self._officers.get(name)

    @property
    def officers(self) -> Mapping[str, Officer]:
        """All of them."""
        self._look()
        return self._officers

    @property
    def card(self) -> Card | None:
        """The card itself; None where it cannot be read."""
        self._look()
        return self._card

    @property
    def version(self) -> tuple[int, ...]:
        """Differs when the file has changed; empty while there is none."""
        self._look()
        return self._seen

    def _look(self) -> None:
        """A card that cannot be read lists nobody: then nobody can act as an officer."""
        try:
            found = self.path.stat()
        except OSError:
            self._seen, self._card, self._officers = (), None, {}
            return
        seen = (found.st_mtime_ns, found.st_ino, found.st_size)
        if seen == self._seen:
            return
        try:
            self._card = read_signed_card(self.path.read_bytes()).card
        except (OSError, FirebreakError):
            self._card = None
        self._officers = {each.name: each for each in self._card.officers} if self._card else {}
        self._seen = seen
