"""Where the sound of one call stands: legs and course, folded from what was said and from the call."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.call.sound.bodies import CallCandidate, CallMedia, CallSecured
from firebreak.core.call.sound.course import NOTHING, Course, fold_course
from firebreak.core.call.sound.ground import NOWHERE, Ground, finding
from firebreak.core.call.sound.legs import Leg, fold_leg
from firebreak.core.call.sound.said import Said, in_order
from firebreak.core.envelope.header import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that the entries about the sound of one call add up to."""

    ground: Ground = NOWHERE
    legs: tuple[Leg, ...] = ()
    candidates: tuple[Said, ...] = ()
    "In the order of writing, as far as anybody can still act upon them."
    course: Course = NOTHING
    unread: tuple[tuple[Ref, str], ...] = ()
    "Candidates that nobody can read."

    @property
    def checked(self) -> frozenset[bool]:
        """Sides (the caller: True) whose console found a leg as officers signed it."""
        return frozenset(side for leg in self.legs for side in leg.checked)

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """Entries that do not count, with the reason."""
        legs = ((each.said.ref, each.code) for leg in self.legs for each in leg.doubts)
        course = ((said.ref, code) for said, code in self.course.doubts)
        claims = ((ref, "sound-claimed") for side, ref in self.ground.claims if side not in self.checked)
        return tuple(finding(ref, code) for ref, code in (*legs, *self.unread, *course, *claims))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong about this call's sound: what does not count, and what contradicts."""
        wrong = (each for leg in self.legs for each in leg.steps if each.code)
        return (*self.doubts, *(finding(each.said.ref, each.code) for each in wrong))


SILENCE: Final = Standing()


def fold(said: Iterable[Said], ground: Ground) -> Standing:
    """Add up what was said; nothing while the offer is not known."""
    known = sorted(said, key=in_order)
    if not ground.offers:
        return Standing(ground=ground)
    numbers = sorted({each.body.leg for each in known if isinstance(each.body, CallMedia | CallSecured)})
    candidates = [each for each in known if isinstance(each.body, CallCandidate) and not each.fault]
    unread = [(each.ref, each.fault) for each in known if isinstance(each.body, CallCandidate) and each.fault]
    return Standing(
        ground=ground,
        legs=tuple(fold_leg(each, _of_leg(known, each), ground) for each in numbers),
        candidates=tuple(candidates) if ground.may_warm else (),
        course=fold_course(known, ground),
        unread=tuple(unread),
    )


def _of_leg(known: list[Said], number: int) -> list[Said]:
    return [
        each for each in known if isinstance(each.body, CallMedia | CallSecured) and each.body.leg == number
    ]
