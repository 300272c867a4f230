"""How long nobody reached anybody: last contact, silences, attempts unanswered since.

Contacts count in either direction, on one channel and of one kind. Where dates are uncertain, a silence
has two lengths: the *certain* one runs from the latest possible day of the contact before to the earliest
possible day of the next, the *longest possible* one the other way round. A silence is one of the record:
days on which a contact took place that nobody wrote down look the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from firebreak.core.ledger.days import Days, Window
from firebreak.core.ledger.facts import UNANSWERED, ContactFact, in_order


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch of time that is certainly without contact."""

    began: date
    "The latest possible day of the contact before."
    ended: date
    "The earliest possible day of the next contact, or the last day looked at."
    ongoing: bool

    @property
    def days(self) -> int:
        """Days from the contact before to the end; two contacts on neighbouring days are one day apart."""
        return (self.ended - self.began).days


@dataclass(frozen=True, slots=True)
class Contacts:
    """Everything known up to the end of the window about one channel between two parties, both ways."""

    attempts: tuple[ContactFact, ...]
    certain: tuple[ContactFact, ...]
    "Contacts that took place, and before the window ended; by earliest day."
    possible: tuple[Days, ...]
    "The days of all certain and possible contacts, cut at the end of the window; by earliest day."
    window: Window

    @classmethod
    def among(cls, facts: Iterable[ContactFact], window: Window) -> "Contacts":
        """Sort the contacts out; what lies wholly after the window is forgotten."""
        known = tuple(fact for fact in facts if not window.ends_before(fact.days.earliest))
        certain = (fact for fact in known if fact.is_contact and not window.ends_before(fact.days.latest))
        possible = (window.cut_end(fact.days) for fact in known if fact.may_be_contact)
        return cls(known, tuple(sorted(certain, key=in_order)), tuple(sorted(possible)), window)

    def last(self) -> Days | None:
        """Between which days the last contact lies; None when no contact is certain."""
        if not self.certain:
            return None
        return Days(self.certain[-1].days.earliest, max(days.latest for days in self.possible))

    def unanswered_since(self, from_party: str) -> Days | None:
        """When the first of `from_party`'s attempts that certainly follow the last contact was made."""
        end = max((fact.days.latest for fact in self.certain), default=None)
        at_end = [fact for fact in self.certain if fact.days.latest == end]
        following = [
            fact.days
            for fact in self.attempts
            if fact.from_party == from_party
            and fact.tally in UNANSWERED
            and not self.window.ends_before(fact.days.latest)
            and all(_follows(fact, contact) for contact in at_end)
        ]
        if not following:
            return None
        return Days(min(days.earliest for days in following), min(days.latest for days in following))

    def silences(self) -> list[Silence]:
        """All certain silences in order, the ongoing one last. None before the first certain contact."""
        if not self.certain:
            return []
        first = min(fact.days.latest for fact in self.certain)
        spoken = [days for days in self.possible if days.latest >= first]
        end = self.window.until or max(fact.days.earliest for fact in self.attempts)
        found: list[Silence] = []
        quiet = spoken[0].latest
        for days in spoken:
            if days.earliest > quiet:
                found.append(Silence(quiet, days.earliest, ongoing=False))
            quiet = max(quiet, days.latest)
        return [*found, Silence(quiet, end, ongoing=True)] if end > quiet else found

    def longest(self) -> int | None:
        """The longest certain silence that reaches into the window, counted whole; None without contact."""
        if not self.certain:
            return None
        return max(
            (gap.days for gap in self.silences() if not self.window.starts_after(gap.ended)), default=0
        )

    def longest_possible(self) -> int | None:
        """The longest silence the uncertain dates allow, as if no doubtful contact had taken place."""
        if not self.certain:
            return None
        gaps = self._possible_gaps()
        return max(
            ((end - begin).days for begin, end in gaps if not self.window.starts_after(end)), default=0
        )

    def _possible_gaps(self) -> Iterator[tuple[date, date]]:
        """From each contact on its earliest day, to the last day by which another one must have followed."""
        bound: date | None = None
        for begin, group in groupby(reversed(self.certain), key=lambda fact: fact.days.earliest):
            same_day = list(group)
            yield begin, bound or max(self._end_after(fact) for fact in same_day)
            latest = min(fact.days.latest for fact in same_day)
            bound = min(bound, latest) if bound else latest

    def _end_after(self, fact: ContactFact) -> date:
        """How far the silence after the last contact can reach: a single attempt cannot follow itself."""
        later = (other.days.latest for other in self.attempts if other is not fact or fact.attempts_max != 1)
        return self.window.until or max(max(later, default=fact.days.earliest), fact.days.earliest)


def _follows(fact: ContactFact, contact: ContactFact) -> bool:
    """Whether `fact` certainly comes after `contact`; on one day only known times can tell."""
    if fact.days.earliest != contact.days.latest:
        return fact.days.earliest > contact.days.latest
    if fact.minute is None or contact.minute is None or fact.zone != contact.zone:
        return False
    return fact.days.is_one_day and contact.days.is_one_day and fact.minute > contact.minute
