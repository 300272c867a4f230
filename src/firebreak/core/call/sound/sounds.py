"""The sound of all calls of a line: what was said, bounded for each call, and where it stands.

It changes by learning alone. An entry about a call whose offer is not known yet is kept for a while;
one about a call that was never offered makes nothing grow.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import Instant
from firebreak.core.call.events import CallDoubted, CallEvent
from firebreak.core.call.facts import CallKey, Fact, had_sound
from firebreak.core.call.outcome import Account
from firebreak.core.call.sound.ground import finding, ground
from firebreak.core.call.sound.said import Said, Sort, bared, sort_of, with_room
from firebreak.core.call.sound.standing import SILENCE, Standing, fold
from firebreak.core.call.sound.telling import told
from firebreak.core.call.table import OVER
from firebreak.core.envelope.kinds import Kind

UNOFFERED_MAX: Final = 16  # calls whose sound came before their offer; an honest line has none for long


@dataclass(slots=True)
class Sound:
    """What is known of the sound of one call."""

    kept: dict[Sort, tuple[Said, ...]] = field(default_factory=dict[Sort, tuple[Said, ...]])
    standing: Standing = SILENCE
    full: set[bool] = field(default_factory=set[bool])
    "Sides that said more than is kept, once told."

    @property
    def said(self) -> tuple[Said, ...]:
        """All that is kept."""
        return tuple(each for alike in self.kept.values() for each in alike)

    def alike(self, said: Said) -> tuple[Said, ...]:
        """What is kept of the same sort."""
        return self.kept.get(sort_of(said), ())

    def bare(self) -> None:
        """Let go of what nobody can act upon when the call is over."""
        self.kept = {
            sort: tuple(bared(each) for each in alike)
            for sort, alike in self.kept.items()
            if sort[0] is not Kind.CALL_CANDIDATE
        }


@dataclass(slots=True)
class Sounds:
    """By call. To be read only, but through `learn` and `look`."""

    calls: dict[CallKey, Sound] = field(default_factory=dict[CallKey, Sound])
    early: dict[CallKey, None] = field(default_factory=dict[CallKey, None])
    "Those whose offer is not known yet, the oldest first."

    def standing(self, key: CallKey) -> Standing:
        """Where the sound of a call stands; nothing where none was spoken of."""
        sound = self.calls.get(key)
        return SILENCE if sound is None else sound.standing

    def learn(self, key: CallKey, said: Said, facts: Iterable[Fact], account: Account) -> list[CallEvent]:
        """Take in one entry about sound."""
        if account.state in OVER and said.kind is Kind.CALL_CANDIDATE:
            return []  # nobody can act upon it any more
        sound = self._of(key, offered=account.offer is not None)
        alike = sound.alike(said)
        kept = with_room(alike, said)
        if kept is alike or said not in kept:
            return self._too_much(key, sound, said, account)
        sound.kept[sort_of(said)] = kept
        return self._fold(key, sound, facts, account, said.at, by_caller=said.by_caller)

    def look(self, key: CallKey, fact: Fact, facts: Iterable[Fact], account: Account) -> list[CallEvent]:
        """An entry of the call itself was learnt: it may sign, end, or offer what there is sound of."""
        sound = self.calls.get(key)
        if sound is None and not (had_sound(fact) and account.offer):
            return []
        sound = sound or self.calls.setdefault(key, Sound())
        if account.offer is not None:
            self.early.pop(key, None)
        return self._fold(key, sound, facts, account, fact.at, by_caller=fact.by_caller)

    def _of(self, key: CallKey, *, offered: bool) -> Sound:
        sound = self.calls.setdefault(key, Sound())
        if not offered:
            self.early[key] = None
            if len(self.early) > UNOFFERED_MAX:
                oldest = next(iter(self.early))
                del self.early[oldest], self.calls[oldest]
        return sound

    def _fold(
        self,
        key: CallKey,
        sound: Sound,
        facts: Iterable[Fact],
        account: Account,
        at: Instant,
        *,
        by_caller: bool,
    ) -> list[CallEvent]:
        before, sound.standing = sound.standing, fold(sound.said, ground(facts, account))
        events = list(told(key, before, sound.standing, at, by_caller=by_caller))
        if account.state in OVER:
            sound.bare()
            sound.standing = fold(sound.said, sound.standing.ground)
        return events

    def _too_much(self, key: CallKey, sound: Sound, said: Said, account: Account) -> list[CallEvent]:
        """Tell once of a side that says more than is kept; what is merely said again is nothing new."""
        again = (each.ref == said.ref or each.body == said.body for each in sound.alike(said))
        if said.by_caller in sound.full or account.offer is None or any(again):
            return []
        sound.full.add(said.by_caller)
        doubt = finding(said.ref, "sound-too-much")
        return [CallDoubted(at=said.at, call=key.call, ours=key.ours, outcome=account.outcome, finding=doubt)]
