"""One alert, as it is kept and as pages see it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Final, Self

from firebreak.console.alerts.kinds import NEVER_SHELVED, SOUNDLESS, Rank
from firebreak.console.alerts.table import OPEN, TRANSITIONS, WAITING, State, Step

SILENCE_MS: Final = 30_000  # IMO MSC.302(87): then it sounds again
SUBJECTS_MAX: Final = 64  # named in one alert; the record has them all

Parameters = dict[str, str | int]


class Impossible(Exception):
    """The table has no such row: nothing was changed. Its text says why, for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """See the table for what may become of it. Instants are milliseconds UTC of the node's clock."""

    id: str
    situation: str
    "What it stands for; there is never more than one open alert of a situation."
    kind: str
    rank: Rank
    line: str | None = None
    parameters: Parameters = field(default_factory=dict[str, "str | int"])
    "Values of its text. Names and numbers, never content."
    subjects: tuple[str, ...] = ()
    "Ids of what it is about: when there is a new one, it asks again."
    state: State = State.UNACKNOWLEDGED
    raised_at: int = 0
    asked_at: int = 0
    "On this machine's clock: since when it has been waiting for a person. The chain counts from here."
    deadline_at: int | None = None
    "When the chain turns to somebody else."
    acknowledged_at: int | None = None
    acknowledged_by: str | None = None
    half_by: str | None = None
    "The first of two who acknowledge an emergency."
    rectified_at: int | None = None
    silenced_until: int | None = None
    shelved_until: int | None = None
    shelved_by: str | None = None
    shelved_reason: str | None = None
    transferred_to: tuple[str, ...] = ()
    "Accounts at whose positions the chain has called."
    chain: Mapping[str, str] = field(default_factory=dict[str, str])
    "Each step of the chain that began: `under way`, `delivered` or `failed`."

    @property
    def asks(self) -> bool:
        """Whether it asks for a person."""
        return self.state in OPEN

    def value(self) -> dict[str, Any]:
        """As it stands in a snapshot, in a change, and in the database."""
        found = asdict(self)
        return found | {
            "rank": self.rank.value,
            "state": self.state.value,
            "subjects": list(self.subjects),
            "transferred_to": list(self.transferred_to),
            "chain": dict(self.chain),
        }

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Self:
        """What `value` gave; what a newer program added is left out."""
        read: dict[str, Any] = {each.name: value[each.name] for each in fields(cls) if each.name in value}
        read |= {"rank": Rank(read["rank"]), "state": State(read["state"])}
        for name in ("subjects", "transferred_to"):
            read[name] = tuple(read[name])
        return cls(**read)

    def stepped(self, step: Step, **changes: Any) -> Self:
        """After a step. Raises Impossible where the table has no row for it."""
        after = TRANSITIONS.get((self.state, step))
        if after is None:
            raise Impossible(f"it is {self.state.value}")
        return replace(self, state=after, **changes)

    def grown(self, *, now: int, wall: int, subjects: tuple[str, ...]) -> Self:
        """It asks again: there is more of it, or it is back.

        While nobody has taken it, more of it puts off no step of the chain: else a counterpart that says
        FLASH every minute would keep the phones from ringing.
        """
        if self.state in WAITING and self.shelved_until is None:
            return self.stepped(Step.GREW, subjects=subjects, half_by=None, silenced_until=None)
        return self.stepped(
            Step.GREW,
            subjects=subjects,
            asked_at=wall,
            deadline_at=None if self.deadline_at is None else self.deadline_at - self.raised_at + now,
            **FRESH,
        )

    def acknowledged(self, person: str, now: int, *, persons: int = 1) -> tuple[Self, Step]:
        """A person has taken it; `persons` is how many are there to do so. Raises Impossible."""
        alone = self.rank is not Rank.EMERGENCY or persons < 2 or self.state is State.RECTIFIED  # noqa: PLR2004
        if self.state is State.HALF and not alone and person == self.half_by:
            raise Impossible(f"{person} has acknowledged it, a second person has to")
        if self.state is State.UNACKNOWLEDGED and not alone:
            return self.stepped(Step.HALF, half_by=person), Step.HALF
        changes: dict[str, Any] = {"acknowledged_at": now, "acknowledged_by": person, "silenced_until": None}
        return self.stepped(Step.ACKNOWLEDGED, **changes), Step.ACKNOWLEDGED

    def rectified(self, now: int) -> Self:
        """It is over."""
        return self.stepped(Step.RECTIFIED, rectified_at=now, silenced_until=None)

    def silenced(self, now: int) -> Self:
        """No sound for thirty seconds. Raises Impossible."""
        if self.rank in SOUNDLESS:
            raise Impossible("it has no sound")
        return self.stepped(Step.SILENCED, silenced_until=now + SILENCE_MS)

    def shelved(self, person: str, reason: str, until: int) -> Self:
        """Out of sight until an instant. Raises Impossible."""
        if self.rank in NEVER_SHELVED:
            raise Impossible("an emergency is never put aside")
        return self.stepped(Step.SHELVED, shelved_until=until, shelved_by=person, shelved_reason=reason)

    def unshelved(self, wall: int) -> Self:
        """In sight again: the chain begins anew."""
        return self.stepped(Step.UNSHELVED, asked_at=wall, chain={}, **SHELF)


SHELF: Final[dict[str, Any]] = {"shelved_until": None, "shelved_by": None, "shelved_reason": None}
FRESH: Final[dict[str, Any]] = SHELF | {
    "acknowledged_at": None,
    "acknowledged_by": None,
    "half_by": None,
    "rectified_at": None,
    "silenced_until": None,
    "transferred_to": (),
    "chain": {},
}
"What an alert that asks again has forgotten; its history has not."
