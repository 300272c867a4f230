"""From one standing of the sound to the next: which events to show. Each entry that counts is told once.

A call that is over tells nothing more of its legs, but what contradicts them is told whenever it is known.
"""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from firebreak.core.base.instants import Instant
from firebreak.core.call.bodies import Part
from firebreak.core.call.events import CallDoubted, CallEvent
from firebreak.core.call.facts import CallKey
from firebreak.core.call.sound.bodies import CallCandidate
from firebreak.core.call.sound.course import Course, Turn, consent_of
from firebreak.core.call.sound.course_bodies import CallPart, Consent
from firebreak.core.call.sound.events import (
    CandidatesCame,
    MediaContradicted,
    MediaSecured,
    MinutesAgreed,
    MinutesProposed,
    Recorded,
    RecordingAgreed,
    RecordingAsked,
    RecordingEnded,
)
from firebreak.core.call.sound.ground import finding
from firebreak.core.call.sound.legs import Leg, LegState, Step
from firebreak.core.call.sound.said import Said
from firebreak.core.call.sound.standing import Standing

LATE: Final = frozenset[type[CallEvent]]({Recorded, MinutesProposed, MinutesAgreed})
"What may come when the call is over."


def told(
    key: CallKey, before: Standing, after: Standing, at: Instant, *, by_caller: bool
) -> Iterator[CallEvent]:
    """What is new; `by_caller` is the side whose entry brought it about."""
    common: dict[str, Any] = {"at": at, "call": key.call, "ours": key.ours, "outcome": after.ground.outcome}
    tell = _Telling(key, common)
    yield from tell.legs(before, after)
    yield from tell.candidates(before, after)
    yield from tell.turns(before.course, after)
    yield from tell.recording(before.course, after.course, by_caller=by_caller)
    known = before.doubts
    for each in after.doubts:
        if each not in known:
            yield CallDoubted(**common, finding=each)


class _Telling:
    """Makes the events of one call."""

    def __init__(self, key: CallKey, common: dict[str, Any]) -> None:
        self.key, self.common = key, common

    def legs(self, before: Standing, after: Standing) -> Iterator[CallEvent]:
        known = {(each.event, each.said.ref, each.code) for leg in before.legs for each in leg.steps}
        for leg in after.legs:
            for step in leg.steps:
                new = (step.event, step.said.ref, step.code) not in known
                if new and (after.ground.may_warm or step.event is MediaContradicted):
                    yield self._step(leg, step)

    def candidates(self, before: Standing, after: Standing) -> Iterator[CallEvent]:
        known = {each.ref for each in before.candidates}
        for each in after.candidates:
            if each.ref not in known and isinstance(each.body, CallCandidate):
                yield self._event(CandidatesCame, each, leg=each.body.leg)

    def turns(self, before: Course, after: Standing) -> Iterator[CallEvent]:
        known = {(each.event, each.said.ref) for each in before.turns}
        for each in after.course.turns:
            new = (each.event, each.said.ref) not in known
            if new and (after.ground.talks or each.event in LATE):
                yield self._turn(each)

    def recording(self, before: Course, after: Course, *, by_caller: bool) -> Iterator[CallEvent]:
        new = [each for each in after.consents if each not in before.consents]
        for each in new:
            if consent_of(each) is Consent.ASKED and not after.agreed:
                yield self._event(RecordingAsked, each)
            elif consent_of(each) is Consent.WITHDRAWN:
                yield self._event(RecordingEnded, each)
        if after.agreed and not before.agreed:
            second = next((each for each in new), after.consents[-1])
            yield self._event(RecordingAgreed, second)
        ended = before.agreed and not after.agreed
        if ended and not any(consent_of(each) is Consent.WITHDRAWN for each in new):
            yield RecordingEnded(**self.common, **self._by(by_caller=by_caller), officer="")

    def _step(self, leg: Leg, step: Step) -> CallEvent:
        if step.event is MediaContradicted:
            fault = finding(step.said.ref, step.code)
            by = self._by(by_caller=step.said.by_caller)
            return MediaContradicted(**self.common, **by, leg=leg.number, finding=fault)
        more: dict[str, Any] = {"leg": leg.number}
        if step.event is MediaSecured:
            more["both"] = leg.state is LegState.SECURED
        return self._event(step.event, step.said, **more)

    def _turn(self, turn: Turn) -> CallEvent:
        body = turn.said.body
        more: dict[str, Any] = {}
        if isinstance(body, CallPart):
            more = {"leg": body.leg, "giver": turn.said.officer, "taker": turn.said.relief}
        return self._event(turn.event, turn.said, **more)

    def _event(self, event: type[CallEvent], said: Said, **more: Any) -> CallEvent:
        """The event that stands for an entry; its other fields bear the names of the entry's own."""
        given = {**self.common, **self._by(by_caller=said.by_caller), **more}
        names = [each.name for each in fields(event)]
        own = {
            name: getattr(said.body if hasattr(said.body, name) else said, name)
            for name in names
            if name not in given
        }
        return event(**{name: value for name, value in given.items() if name in names}, **own)

    def _by(self, *, by_caller: bool) -> dict[str, Any]:
        return {"by": Part.CALLER if by_caller else Part.CALLEE, "by_us": by_caller is self.key.ours}
