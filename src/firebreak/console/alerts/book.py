"""All open alerts, and the fold of what is seen into them.

observe(book, situations, now) -> happenings: raised, grown, rectified, unshelved

It reads no clock, asks nobody and writes nothing; every order of facts and acts gives a book in which each
situation that holds has its alert, and no alert is gone that nobody has acknowledged.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from firebreak.console.alerts.alert import SUBJECTS_MAX, Alert, Parameters
from firebreak.console.alerts.kinds import KINDS, Rank
from firebreak.console.alerts.table import State, Step

FIRST_MOVE_MS: Final = {Rank.EMERGENCY: 30_000, Rank.ALARM: 60_000, Rank.WARNING: 600_000}
"After which time the chain turns to somebody else; for a caution never."
FLOOD_COUNT: Final = 10
FLOOD_MS: Final = 10 * 60_000  # EEMUA 191: more within it than a person can work through
SEEN_MS: Final = 48 * 3_600_000  # how long something that is over is remembered as told


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Something that holds now."""

    kind: str
    line: str | None = None
    about: str = ""
    "Tells situations of one kind and line apart."
    parameters: Parameters = field(default_factory=dict[str, "str | int"])
    subjects: tuple[str, ...] = ()
    over: bool = False
    "It held and is over, perhaps before anybody could look: it is told once."

    @property
    def key(self) -> str:
        """Names it."""
        return f"{self.kind}/{self.line or ''}/{self.about}"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to an alert."""

    alert: Alert
    "As it is after it."
    what: str
    "`raised`, or the name of a step."
    who: str = ""
    "The person; empty for the facts and the clock."
    detail: str = ""


class Seen(NamedTuple):
    """What a closed alert was about."""

    at: int
    subjects: frozenset[str]


@dataclass(slots=True)
class Book:
    """Open alerts by id."""

    alerts: dict[str, Alert] = field(default_factory=dict[str, Alert])
    number: int = 0
    "Of the newest alert there ever was."
    seen: dict[str, Seen] = field(default_factory=dict[str, Seen])
    "Situations that were told and are closed."
    raised: list[int] = field(default_factory=list[int])
    "When alerts of the last minutes were raised, for the budget."
    _pending: dict[str, int] = field(default_factory=dict[str, int])

    def of(self, situation: str) -> Alert | None:
        """The open alert of a situation."""
        return next((each for each in self.alerts.values() if each.situation == situation), None)

    def put(self, alert: Alert) -> None:
        """Keep an alert as it is now; a closed one is no longer there."""
        if alert.state is State.CLOSED:
            self.alerts.pop(alert.id, None)
            at = alert.rectified_at or alert.raised_at
            self.seen[alert.situation] = Seen(at, frozenset(alert.subjects))
        else:
            self.alerts[alert.id] = alert

    def observe(
        self, situations: Iterable[Situation], *, now: int, wall: int, blind: bool = False
    ) -> list[Happening]:
        """Fold in what holds now; while `blind`, only what this server knows by itself is judged."""
        found = {each.key: each for each in situations}
        happened: list[Happening] = []
        for key, situation in found.items():
            happened += self._held(key, situation, now, wall)
        for alert in [each for each in self.alerts.values() if each.situation not in found]:
            if KINDS[alert.kind].blind or not blind:
                happened += self._gone(alert, now)
        for alert in [each for each in self.alerts.values() if (each.shelved_until or now + 1) <= now]:
            happened.append(self._kept(alert.unshelved(wall), Step.UNSHELVED.value))
        self._pending = {key: since for key, since in self._pending.items() if key in found or blind}
        self.seen = {key: each for key, each in self.seen.items() if each.at > now - SEEN_MS}
        return happened

    def floods(self, now: int) -> int:
        """How many alerts were raised of late, where they are more than a person can work through; else 0."""
        self.raised = [each for each in self.raised if now - FLOOD_MS < each <= now]
        return len(self.raised) if len(self.raised) > FLOOD_COUNT else 0

    def _held(self, key: str, situation: Situation, now: int, wall: int) -> list[Happening]:
        alert = self.of(key)
        if alert is None:
            return self._perhaps_raised(key, situation, now, wall)
        subjects = situation.subjects[-SUBJECTS_MAX:]
        grew = bool({*subjects} - {*alert.subjects})
        back = alert.state is State.RECTIFIED and not situation.over
        alert = replace(alert, parameters=situation.parameters)
        self.put(alert)
        if grew or back:
            return [self._kept(alert.grown(now=now, wall=wall, subjects=subjects), Step.GREW.value)]
        return self._gone(alert, now) if situation.over else []

    def _perhaps_raised(self, key: str, situation: Situation, now: int, wall: int) -> list[Happening]:
        since = self._pending.setdefault(key, wall)
        if wall - since < KINDS[situation.kind].hold_seconds * 1_000:
            return []
        told = self.seen[key].subjects if key in self.seen else None
        if situation.over and told is not None and told >= {*situation.subjects[-SUBJECTS_MAX:]}:
            return []
        del self._pending[key]
        happened = [self._kept(self._made(key, situation, now, wall), "raised")]
        return happened + (self._gone(happened[0].alert, now) if situation.over else [])

    def _made(self, key: str, situation: Situation, now: int, wall: int) -> Alert:
        self.number += 1
        if situation.kind != "flood":
            self.raised.append(now)
        rank = KINDS[situation.kind].rank
        first = FIRST_MOVE_MS.get(rank)
        return Alert(
            id=f"a{self.number}",
            situation=key,
            kind=situation.kind,
            rank=rank,
            line=situation.line,
            parameters=situation.parameters,
            subjects=situation.subjects[-SUBJECTS_MAX:],
            raised_at=now,
            asked_at=wall,
            deadline_at=None if first is None else now + first,
        )

    def _gone(self, alert: Alert, now: int) -> list[Happening]:
        if alert.state is State.RECTIFIED:
            return []
        return [self._kept(alert.rectified(now), Step.RECTIFIED.value)]

    def _kept(self, alert: Alert, what: str) -> Happening:
        self.put(alert)
        return Happening(alert, what)
