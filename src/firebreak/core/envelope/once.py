"""An officer's word counts once: whoever keeps a statement cannot write it into a second entry later.

A node has every statement that passed through it. What a statement names (its entry, a call, a request) binds
most of them to one moment; taking a watch or suspending a line names nothing, so that without this rule the
node could say it again, next month, in the officer's name. A statement that was never written can still be
written late; its own `time` shows that.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from firebreak.core.base.errors import LocalError
from firebreak.core.base.shape import Body, Inside, Several, Wire
from firebreak.core.envelope.officer import Statement
from firebreak.core.envelope.opening import LineOpen


def statements_of(body: Body) -> Iterator[Statement]:
    """Every statement in a body that must not come twice. An opening may: it says the same each time."""
    for name in _carriers(type(body)):
        value = getattr(body, name)
        if isinstance(value, Statement):
            yield value
        elif isinstance(value, tuple):
            yield from cast("tuple[Statement, ...]", value)


@cache
def _carriers(kind: type[Body]) -> tuple[str, ...]:
    """Which fields of a body hold statements. Looked for once: most bodies have none."""
    if issubclass(kind, LineOpen):
        return ()
    return tuple(name for name, _, wire, _ in kind.layout() if _holds_statements(wire))


def _holds_statements(wire: Wire) -> bool:
    inner = wire.of if isinstance(wire, Several) else wire
    return isinstance(inner, Inside) and issubclass(inner.body, Statement)


@dataclass(slots=True)
class Once:
    """Which entry of a log carries which statement: the first that was learnt.

    Each log by itself: officers of both parties may bear one name and sign the same in the same millisecond.
    """

    _carried: dict[tuple[bytes, bytes], bytes] = field(default_factory=dict[tuple[bytes, bytes], bytes])

    def repeated(self, body: Body, writer: bytes, entry: bytes | None = None) -> str:
        """The officer whose statement another entry of the writer carries already; empty when none does."""
        held = ((each.officer, self._carried.get((writer, each.name), entry)) for each in statements_of(body))
        return next((officer for officer, carrier in held if carrier != entry), "")

    def check(self, body: Body, writer: bytes) -> None:
        """Refuse to write an officer's statement that stands in the record. Raises LocalError."""
        officer = self.repeated(body, writer)
        if officer:
            text = f"the statement of officer {officer!r} stands in the record already"
            raise LocalError(text, code="FB143", hint="let the officer sign again what is to be said again")

    def note(self, body: Body, writer: bytes, entry: bytes) -> None:
        """An entry that counts carries these statements."""
        for each in statements_of(body):
            self._carried.setdefault((writer, each.name), entry)
