"""A notice with all that was said of it: a pure function of the entries, whatever the order they came in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias, TypeGuard

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import HOUR, MINUTE, Instant
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.spoken import B, Order, Said
from firebreak.core.geo.area import Area
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, NoticePassed, NoticeRenewed, Word
from firebreak.core.notice.bodies import Notice
from firebreak.core.notice.kinds import Group, sort_of
from firebreak.core.notice.lead import Lead, lead, stops_use
from firebreak.core.notice.life import End, State, follow

Spoken: TypeAlias = NoticeAnswer | NoticeCancel | NoticePassed | NoticeRenewed
"What names a notice in its body."

ANSWER_CLOCK: Final = {
    Precedence.FLASH: 3 * MINUTE,
    Precedence.IMMEDIATE: 10 * MINUTE,
    Precedence.PRIORITY: HOUR,
    Precedence.ROUTINE: 24 * HOUR,
}
"Time for an officer's answer, as for an acknowledgement of the same precedence (`spec/message.md`)."
AUTHORS_ONLY: Final = (NoticeCancel, NoticeRenewed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One notice."""

    notice: Said[Notice]
    findings: tuple[Finding, ...] = ()
    "What is doubtful in it, found once."
    packed: bytes = b""
    "An area of many places, as it travelled: fifteen times smaller than read."
    ended: Said[NoticeCancel | Notice] | None = None
    "The cancellation or replacement that holds."
    answers: tuple[Said[NoticeAnswer], ...] = ()
    passed: tuple[Said[NoticePassed], ...] = ()
    renewed: tuple[Said[NoticeRenewed], ...] = ()

    @property
    def name(self) -> bytes:
        """The hash of its entry."""
        return self.notice.ref.hash

    @property
    def body(self) -> Notice:
        """What it says, without its texts and, where that is large, its area."""
        return self.notice.body

    @property
    def area(self) -> Area:
        """Where it holds. A large one is read anew each time."""
        return Area.from_bytes(self.packed) if self.packed else self.body.area

    def state(self, now: Instant) -> State:
        """Where it is in its life."""
        state, ends = State.ISSUED, self.body.ends_at
        if ends is not None and ends <= now:
            state = follow(state, End.EXPIRY)
        if self.ended is None:
            return state
        replaced = isinstance(self.ended.body, Notice)
        return follow(state, End.REPLACEMENT if replaced else End.CANCELLATION)

    def is_live(self, now: Instant) -> bool:
        """Whether it is to be reckoned with, now or later."""
        return self.state(now) is State.ISSUED

    @property
    def lead(self) -> Lead:
        """How long before its beginning it was written."""
        return lead(self.body, self.notice.time)

    @property
    def is_usable(self) -> bool:
        """Whether anything may be computed from its area and windows before a person has looked."""
        return not stops_use(self.findings)

    @property
    def answer_by(self) -> Instant:
        """Line time by which an officer's answer is due."""
        return Instant(self.notice.at + ANSWER_CLOCK[self.notice.precedence])

    @property
    def stance(self) -> Word | None:
        """Whether they comply or reject, by their newest word on that."""
        words = [each.body.word for each in self.answers if each.body.word in (Word.COMPLY, Word.REJECT)]
        return words[-1] if words else None

    @property
    def differing(self) -> tuple[int, ...]:
        """Numbers of the places whose newest read-back is not the notice's place."""
        newest = {each.number: answer for answer in self.answers for each in answer.body.read_back}
        return tuple(sorted(number for number, answer in newest.items() if number in differing(self, answer)))

    @property
    def confirmed(self) -> tuple[int, ...]:
        """Numbers of the places that were read back and are the same."""
        read = {each.number for answer in self.answers for each in answer.body.read_back}
        return tuple(sorted(read - set(self.differing)))

    @property
    def confirm_by(self) -> Instant | None:
        """Until when its issuer is to confirm it again."""
        due = self.renewed[-1].body.confirm_by if self.renewed else self.body.confirm_by
        return Instant(due) if due else None

    @property
    def confirmed_at(self) -> Instant:
        """When its issuer last said that it is so, by the issuer's clock."""
        return Instant((self.renewed[-1] if self.renewed else self.notice).time.lo)

    @property
    def is_site(self) -> bool:
        """Whether it belongs into the register of protected sites."""
        return sort_of(self.body.code).group is Group.SITE

    def is_late(self, answer: Said[NoticeAnswer]) -> bool:
        """Whether the notice had ended when it was answered, by what both writers' clocks allow to say."""
        return self.ended is not None and answer.time.lo > self.ended.time.hi


def differing(case: Case, answer: Said[NoticeAnswer]) -> tuple[int, ...]:
    """Numbers of the places of one answer that are not the notice's."""
    places = case.area.places
    return tuple(
        each.number
        for each in answer.body.read_back
        if each.number > len(places)
        or each.digits != places[each.number - 1].check_digits()
        or each.place not in (None, places[each.number - 1])
    )


def why_not(notice: Said[Notice], spoken: Said[Spoken]) -> tuple[str, str] | None:
    """Why something that was said of a notice does not count; None when it does."""
    if not spoken.officer:
        return "notice-unstated", "carries no officer's statement and is nobody's word"
    if (spoken.about, spoken.shown) != (notice.ref.hash, notice.commitment):
        return "notice-other", "carries an officer's statement about another entry"
    if isinstance(spoken.body, AUTHORS_ONLY) and spoken.ours is not notice.ours:
        return "notice-foreign", "ends or renews a notice of the other side"
    if isinstance(spoken.body, NoticeAnswer) and spoken.ours is notice.ours:
        return "notice-own", "answers a notice of its own side"
    return None


def why_no_replacement(old: Said[Notice], new: Said[Notice]) -> tuple[str, str] | None:
    """Why a notice does not stand in the place of the one it names; None when it does."""
    if not new.officer:
        return "notice-unstated", "carries no officer's statement and is nobody's word"
    if new.ours is not old.ours:
        return "notice-foreign", "is meant to replace a notice of the other side"
    if (new.about, new.shown) != (old.ref.hash, old.commitment):
        return "notice-other", "carries an officer's statement about another entry"
    return None


def case_of(bare: Case, spoken: Iterable[Said[Spoken | Notice]]) -> Case:
    """Put together what counts of a notice, of which nothing had been said."""
    known = sorted(spoken, key=_order)
    return replace(
        bare,
        ended=next((each for each in known if is_end(each)), None),
        answers=_of(NoticeAnswer, known),
        passed=_of(NoticePassed, known),
        renewed=_of(NoticeRenewed, known),
    )


def is_end(each: Said[Any]) -> TypeGuard[Said[NoticeCancel | Notice]]:
    """Whether it ends a notice."""
    return isinstance(each.body, NoticeCancel | Notice)


def _of(kind: type[B], known: Iterable[Said[Any]]) -> tuple[Said[B], ...]:
    return tuple(each for each in known if isinstance(each.body, kind))


def _order(each: Said[Any]) -> Order:
    return each.order
