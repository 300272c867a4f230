"""A readout in a language: keys and parameters become text.

All words come from `readout.ftl` of the language. Dates are spelled there, numbers are plain digits, plural
forms follow the language. What parties and officers are called is inserted as it is, still to be escaped for
the place where it is shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from firebreak.core.ledger.days import Days
from firebreak.core.phrase.wording import Wording
from firebreak.core.readout.sentences import (
    Amount,
    Channel,
    Dates,
    Fragment,
    Parameter,
    Parameters,
    Party,
    Sentence,
    When,
    Words,
)

CASES: Final = ("genitive", "dative")
MINUTES_AN_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says everything in one language. Raises LocalError where the language lacks a text."""

    wording: Wording
    "The texts of `readout.ftl`."
    outcomes: Wording
    "Those of `outcomes.ftl`: the reasons for declining are worded once for everybody."
    language: str

    def sentence(self, sentence: Sentence) -> str:
        """One sentence, with a capital at its beginning and a full stop at its end."""
        text = self.say(sentence.key, sentence.parameters)
        return text[:1].upper() + text[1:]

    def say(self, key: str, parameters: Parameters | None = None) -> str:
        """Any text of the language file."""
        given: dict[str, int | str] = {}
        for name, value in (parameters or {}).items():
            given |= self._given(name, value)
        return self.wording.say(self.language, key, given)

    def channel(self, channel: Channel) -> str:
        """The heading of a channel; a name the language does not know stands as it is."""
        return self._known(f"channel-{channel.name}") or self.say("channel-other", {"name": channel.name})

    def days(self, days: Days) -> str:
        """`24 February to 23 March 2022`, without a preposition."""
        if days.is_one_day:
            return self._date(days.latest)
        return self.say("span", self._ends(days))

    def day_of_year(self, day: date) -> str:
        """`24 February`, where the year is plain."""
        return self.say("date-of-year", self._parts(day))

    def _given(self, name: str, value: Parameter) -> Mapping[str, int | str]:
        """One parameter may become several: a party comes in all its cases."""
        match value:
            case Party():
                return self._party(name, value)
            case Amount():
                return self._amount(name, value)
            case int() | str():
                return {name: value}
            case _:
                return {name: self._text(value)}

    def _text(self, value: Channel | Days | When | Dates | Words | Fragment) -> str:
        match value:
            case Channel():
                return self.channel(value)
            case Days():
                return self.days(value)
            case When():
                return self._when(value)
            case Dates():
                return self._listed([self._when(When(days, one_of=True)) for days in value.each])
            case Words():
                words = [self._known(f"{value.list}-{word.replace('_', '-')}") or word for word in value.each]
                return self._listed(words)
            case Fragment():
                return self.say(value.key, value.parameters)

    def _party(self, name: str, party: Party) -> dict[str, str]:
        key = f"party-{party.name}"
        if key not in self.wording.keys(self.language):
            key = "party-other"
        given = {name: self.wording.say(self.language, key, {"name": party.name})}
        for case in CASES:
            given[f"{name}_{case}"] = self.wording.say(self.language, f"{key}.{case}", {"name": party.name})
        return given

    def _amount(self, name: str, amount: Amount) -> dict[str, int | str]:
        """The bounds as text, and the last number said, which decides the form of the word after it."""
        least = self._number(amount.least)
        if amount.most is None:
            form, given, last = "least", {"least": least}, amount.least
        elif amount.is_exact:
            form, given, last = "exact", {"number": least}, amount.least
        else:
            form, given, last = "between", {"least": least, "most": self._number(amount.most)}, amount.most
        return {name: self.say(f"amount-{form}", given), f"{name}_count": int(last), f"{name}_form": form}

    def _number(self, number: int | Decimal) -> str:
        return str(number).replace(".", self.say("decimal-sign"))

    def _when(self, when: When) -> str:
        days = when.days
        if not days.is_one_day:
            return self.say("one-of-days" if when.one_of else "between-days", self._ends(days))
        if when.minute is None:
            return self.say("on-day", {"date": self._date(days.latest)})
        hours, minutes = divmod(when.minute, MINUTES_AN_HOUR)
        clock = f"{hours:02}:{minutes:02}"
        zone = when.zone or "UTC"
        return self.say("on-day-at", {"date": self._date(days.latest), "clock": clock, "zone": zone})

    def _ends(self, days: Days) -> dict[str, Parameter]:
        """Both ends, the first one as short as the second allows."""
        first, last = days.earliest, days.latest
        if first.year != last.year:
            begin = self._date(first)
        elif first.month != last.month:
            begin = self.day_of_year(first)
        else:
            begin = self.say("date-of-month", self._parts(first))
        return {"first": begin, "last": self._date(last)}

    def _date(self, day: date) -> str:
        return self.say("date", self._parts(day))

    def _parts(self, day: date) -> dict[str, Parameter]:
        return {"day": str(day.day), "month": self.say(f"month-{day.month}"), "year": str(day.year)}

    def _listed(self, texts: Iterable[str]) -> str:
        *others, last = texts
        return self.say("list", {"others": ", ".join(others), "last": last}) if others else last

    def _known(self, key: str) -> str:
        for wording in (self.wording, self.outcomes):
            if key in wording.keys(self.language):
                return wording.say(self.language, key)
        return ""
