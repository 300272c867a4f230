"""What the contact ledger shows: its lines, and the plain form that `--json` prints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from firebreak.core.ledger.days import Days, Window
from firebreak.core.ledger.facts import Evidence, Kind, LeftOut, Outcome

Plain: TypeAlias = int | str | list["Plain"] | dict[str, "Plain"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """Attempts of one party to reach another, on one channel and of one kind, inside the window."""

    from_party: str
    to_party: str
    channel: str
    kind: Kind
    attempts_min: int
    attempts_max: int | None
    "None: not known."
    answered_min: int
    answered_max: int | None
    outcomes: Mapping[Outcome, int]
    "The least number of attempts by outcome; together they are `attempts_min`."
    last_contact: Days | None
    "Of either side, also before the window."
    unanswered_since: Days | None
    "The first attempt of this direction after the last contact to which nobody reacted."
    longest_silence_days: int | None
    "Certain; of those that reach into the window, each counted whole. None when no contact is certain."
    longest_silence_days_max: int | None
    "What the uncertain dates allow at most."
    evidence: tuple[Evidence, ...]
    "What the counted facts rest on."
    doubtful: Mapping[str, tuple[str, ...]]
    "Counted ref -> what its source marks as doubtful."
    rows: tuple[str, ...]
    "The counted refs, in order of time."
    left_out: tuple[LeftOut, ...] = ()

    @property
    def declined(self) -> int:
        return self.outcomes.get(Outcome.DECLINED, 0)

    @property
    def no_answer(self) -> int:
        return self.outcomes.get(Outcome.NO_ANSWER, 0)

    @property
    def not_known_which(self) -> int:
        """Declined or not answered; the sources do not say which."""
        return self.outcomes.get(Outcome.NOT_KNOWN_WHICH, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The whole: lines in a fixed order, and what belongs to none of them."""

    window: Window
    lines: tuple[LedgerLine, ...]
    left_out: tuple[LeftOut, ...]


def to_plain(ledger: Ledger) -> dict[str, Plain]:
    """Only dicts, lists, strings and whole numbers; unknown is None, days are ISO 8601."""
    since, until = ledger.window.since, ledger.window.until
    return {
        "since": since and str(since),
        "until": until and str(until),
        "lines": [line_to_plain(line) for line in ledger.lines],
        "left_out": _reasons(ledger.left_out),
    }


def line_to_plain(line: LedgerLine) -> dict[str, Plain]:
    """One line of `--json`."""
    return {
        "from": line.from_party,
        "to": line.to_party,
        "channel": line.channel,
        "kind": line.kind.value,
        "attempts_min": line.attempts_min,
        "attempts_max": line.attempts_max,
        "answered_min": line.answered_min,
        "answered_max": line.answered_max,
        "declined": line.declined,
        "no_answer": line.no_answer,
        "not_known_which": line.not_known_which,
        "outcomes": {outcome.value: count for outcome, count in line.outcomes.items()},
        "last_contact": _days(line.last_contact),
        "unanswered_since": _days(line.unanswered_since),
        "longest_silence_days": line.longest_silence_days,
        "longest_silence_days_max": line.longest_silence_days_max,
        "evidence": [each.value for each in line.evidence],
        "doubtful": {ref: list(names) for ref, names in line.doubtful.items()},
        "rows": list(line.rows),
        "left_out": _reasons(line.left_out),
    }


def _days(days: Days | None) -> str | None:
    return None if days is None else str(days)


def _reasons(those: Iterable[LeftOut]) -> dict[str, Plain]:
    return {each.ref: each.text for each in those}
