"""Kinds of entries by what the specification says of them, written out here a second time.

Oracles must not take these from the code that they judge: a wrong set there would blind them. The numbers are
those of `spec/entry.md`.
"""

from typing import Final

RECEIPTS: Final = frozenset({20, 21, 22, 23, 24, 25})
"The six receipts; none is receipted by one of its own (RECORD-005)."
QUIET: Final = RECEIPTS | {4, 5, 10, 49, 64, 65, 66}
"""Nobody waits for their receipt, so it may come with whatever is written next: segment.open, session.up,
checkpoint, check.pong, clock.step, escalation.missed, status."""
HOUSEKEEPING: Final = frozenset({4, 5, 10, 20, 66})
"""By which two nodes keep their record, and which no desk is told of one by one: segment.open, session.up,
checkpoint, receipt.node, status."""
OFFICERS: Final = frozenset({34, 35, 36})
"call.answer, call.decline, call.busy: only an officer says these (CALL-004)."
WORDS: Final = frozenset({34, 35, 36, 37, 38})
"How the callee ends the waiting: those, call.no_answer and call.unattended (CALL-006)."
FAREWELLS: Final = frozenset({39, 40, 42})
"How the caller gives up: call.cancel, call.unreachable, call.glare (CALL-006)."
