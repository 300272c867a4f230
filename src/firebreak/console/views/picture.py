"""The picture: everything that a page shows, as one value, and the fold of changes into it."""

from dataclasses import dataclass, field

from firebreak.console.views.changes import BOUNDS, LISTS, WHOLE, Change, Value

Keyed = dict[str, Value]
"Values by key, in the order in which the keys came."
AGES = {"call": "learnt_at", "message": "at", "request": "at", "notice": "at", "entry": "position"}
"What orders the values of a list."


@dataclass(slots=True)
class Picture:
    """Values of all lines by sort, line and key."""

    party: str = ""
    environment: str = ""
    lines: Keyed = field(default_factory=dict[str, Value])
    lists: dict[str, dict[str, Keyed]] = field(
        default_factory=lambda: {each: dict[str, Keyed]() for each in LISTS}
    )
    whole: dict[str, Keyed] = field(default_factory=lambda: {each: dict[str, Value]() for each in WHOLE})

    def held(self, sort: str, line: str | None, key: str) -> Value | None:
        """The value under a key."""
        return self._keyed(sort, line).get(key)

    def of(self, sort: str, line: str) -> Keyed:
        """One list of a line; to be read only."""
        return self.lists[sort].get(line, {})

    def is_past(self, sort: str, line: str, value: Value) -> bool:
        """Whether a value that is not held is older than all that are, in a list that is full."""
        held = self.of(sort, line)
        if len(held) < BOUNDS[sort]:
            return False
        return value[AGES[sort]] < next(iter(held.values()))[AGES[sort]]

    def apply(self, change: Change) -> bool:
        """Fold one change in; whether it changed anything."""
        keyed = self._keyed(change.sort, change.line)
        if keyed.get(change.key) == change.value:
            return False
        if change.value is None:
            del keyed[change.key]
            return True
        keyed[change.key] = change.value
        if len(keyed) > BOUNDS.get(change.sort, len(keyed)):
            del keyed[next(iter(keyed))]
        return True

    def value(self) -> Value:
        """The picture as it stands in a snapshot."""
        return {
            "party": self.party,
            "environment": self.environment,
            "lines": dict(self.lines),
            **{
                name: {line: list(self.of(each, line).values()) for line in self.lines}
                for each, name in LISTS.items()
            },
            **{name: list(self.whole[each].values()) for each, name in WHOLE.items()},
        }

    def _keyed(self, sort: str, line: str | None) -> Keyed:
        if sort == "line":
            return self.lines
        if sort in self.whole:
            return self.whole[sort]
        assert line is not None
        return self.lists[sort].setdefault(line, {})
