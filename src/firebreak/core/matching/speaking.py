"""What our own side says about matchings: officers' words in two steps, and what the node writes for a run.

Our own settings and our own commitments are the only guard of our own set, whatever the other side's node
does: without a commitment of ours no part of ours is ever said. All methods raise LocalError.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import DAY, Instant, iso
from firebreak.core.base.text import check_outgoing
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import NO_ENTRY, StatedBody
from firebreak.core.envelope.spoken import B, Prepared
from firebreak.core.matching.bodies import (
    MatchingAnswer,
    MatchingCommit,
    MatchingDone,
    MatchingPart,
    MatchingPropose,
    Word,
    parts_max,
)
from firebreak.core.matching.case import Case, Place
from firebreak.core.matching.cases import Cases, of_ours
from firebreak.core.matching.life import UNDER_WAY, State
from firebreak.core.matching.limits import Limits
from firebreak.core.matching.refusals import check_statement, not_now, switched_off, too_often, unfit

AHEAD_MAX: Final = 31 * DAY  # nobody knows its cells of later
GRIDS: Final = {"h3": 15}
"Grids that are known here, and their finest resolution."

KINDS: Final[dict[type[StatedBody], Kind]] = {
    MatchingPropose: Kind.MATCHING_PROPOSED,
    MatchingAnswer: Kind.MATCHING_ANSWER,
    MatchingDone: Kind.MATCHING_DONE,
}
"What officers say."


@dataclass(slots=True)
class Speaking:
    """See the top of this file."""

    cases: Cases
    limits: Limits

    def prepare(self, body: B, now: Instant) -> Prepared[B]:
        """What an officer is to sign."""
        check_outgoing(getattr(body, "text", ""))
        case = self._target(body, now)
        body.to_bytes()
        about = (NO_ENTRY, NO_ENTRY) if case is None else (case.proposal.ref.hash, case.proposal.commitment)
        return Prepared(body, *about)

    def state(self, body: StatedBody, now: Instant) -> Draft:
        """The draft of a signed body."""
        prepared = self.prepare(body, now)
        check_statement(body, prepared.entry, prepared.commitment)
        case = self._target(body, now)
        refs = () if case is None else (case.proposal.ref,)
        return Draft(kind=KINDS[type(body)], body=body, refs=refs)

    def commit(self, name: bytes, commitment: bytes, now: Instant) -> Draft:
        """Bind our side to a set."""
        case = self._under_way(name, now)
        held = case.commits.get(True)
        if held is not None:
            raise not_now("our side has committed itself to a set already", "go on with that set")
        self._check_limits(case.body)
        self._check_bucket(case, [each for each, _ in of_ours(self.cases)])
        self._check_interval(now)
        answer = case.answer
        assert answer is not None
        body = MatchingCommit(matching=name, answer=answer.ref.hash, commitment=commitment)
        return Draft(kind=Kind.MATCHING_COMMIT, body=body, refs=(answer.ref,))

    def part(self, body: MatchingPart, now: Instant) -> Draft:
        """A part of one of our messages."""
        case = self._under_way(body.matching, now)
        ours, theirs = case.commitment(ours=True), case.commitment(ours=False)
        if ours is None or theirs is None:
            who = "our side has" if ours is None else "the other side has"
            hint = "nothing of a run is said before both sides have"
            raise not_now(f"{who} not committed itself to a set", hint)
        if body.of > parts_max(case.body.items_max):
            hint = "make the message for the agreed number of items"
            raise unfit(f"{body.of} parts are more than the set may need", hint)
        begun = case.message(body.role, ours=True)
        if begun is not None and (begun.whole, len(begun.held)) != (body.whole, body.of):
            hint = "go on with that one, or propose another run"
            raise unfit("another message of this kind was begun", hint)
        if Place(True, body.role, body.number) in case.pieces:
            raise not_now(f"part {body.number} was said already", "send the parts that are missing")
        return Draft(kind=Kind.MATCHING_PART, body=body, refs=(ours.ref, theirs.ref))

    def _target(self, body: StatedBody, now: Instant) -> Case | None:
        match body:
            case MatchingPropose():
                self._check_proposal(body, now)
                return None
            case MatchingAnswer():
                return self._check_answer(self.cases.find(body.matching), body, now)
            case _:
                assert isinstance(body, MatchingDone), type(body).__name__
                return self._check_done(self.cases.find(body.matching), body, now)

    def _check_proposal(self, body: MatchingPropose, now: Instant) -> None:
        self._check_limits(body)
        if body.grid not in GRIDS:
            raise unfit(f"grid {body.grid!r} is unknown here", f"take one of {', '.join(GRIDS)}")
        if body.resolution > GRIDS[body.grid]:
            raise unfit(f"{body.grid} has no resolution {body.resolution}", f"at most {GRIDS[body.grid]}")
        if body.until_at > now + AHEAD_MAX:
            raise unfit("the bucket lies more than 31 days ahead", "propose it nearer to its time")
        for case in self.cases.cases.values():
            if case.overlaps(body) and (case.accepted or case.state(now) is State.PROPOSED):
                raise too_often(f"matching {_name(case)} is about the same time", "propose another bucket")
        self._check_interval(now)

    def _check_answer(self, case: Case, body: MatchingAnswer, now: Instant) -> Case:
        if body.word is Word.OFF:
            raise unfit("a node says `off` by itself", "accept or decline")
        if case.proposal.ours:
            raise not_now(f"matching {_name(case)} is our own proposal", "the other side answers it")
        state = case.state(now)
        if state is not State.PROPOSED:
            raise not_now(f"matching {_name(case)} is {state.value}", "see `firebreak matching list`")
        if body.word is Word.ACCEPT:
            self._check_limits(case.body)
            bound = (each for each in self.cases.cases.values() if each.accepted or True in each.commits)
            self._check_bucket(case, bound)
            self._check_glare(case, now)
            self._check_interval(now)
        return case

    def _check_done(self, case: Case, body: MatchingDone, now: Instant) -> Case:
        state = case.state(now)
        if state not in (State.COMPLETE, State.DONE) or True in case.done:
            raise not_now(
                f"matching {_name(case)} is {state.value}", "an officer concludes a complete one, and once"
            )
        if body.hits > case.body.items_max:
            raise unfit(f"{body.hits} hits are more than the set may hold", f"at most {case.body.items_max}")
        return case

    def _under_way(self, name: bytes, now: Instant) -> Case:
        if not self.limits.enabled:
            raise switched_off()
        case = self.cases.find(name)
        state = case.state(now)
        if state not in UNDER_WAY:
            raise not_now(f"matching {_name(case)} is {state.value}", "see `firebreak matching list`")
        return case

    def _check_limits(self, body: MatchingPropose) -> None:
        if not self.limits.enabled:
            raise switched_off()
        if body.items_max > self.limits.items_max:
            what = f"{body.items_max} items are more than this node allows"
            raise too_often(what, f"at most {self.limits.items_max}; see `[private_matching]`")

    def _check_bucket(self, case: Case, taken: Iterable[Case]) -> None:
        """One run of a bucket, however many the other side's node would have."""
        for other in taken:
            if other is not case and other.overlaps(case.body):
                raise too_often(f"matching {_name(other)} took that time", "propose another bucket")

    def _check_glare(self, case: Case, now: Instant) -> None:
        """Of two proposals that crossed each other, the one with the lower name goes on."""
        for other in self.cases.cases.values():
            crossed = other.proposal.ours and other.state(now) is State.PROPOSED
            if crossed and other.overlaps(case.body) and other.name < case.name:
                hint = "the other side accepts ours: of two that cross, the lower name goes on"
                raise too_often(f"our own proposal {_name(other)} is about the same time", hint)

    def _check_interval(self, now: Instant) -> None:
        last = max((said.at for _, said in of_ours(self.cases)), default=None)
        again = None if last is None else Instant(last + self.limits.between)
        if again is not None and now < again:
            raise too_often("the last run of this line is too near", f"the next may begin at {iso(again)}")


def _name(case: Case) -> str:
    return case.name.hex()[:12]
