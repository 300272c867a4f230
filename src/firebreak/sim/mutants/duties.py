"""Faults of the machines: calls, clocks, checks, suspensions, watches."""

# pyright: basic, reportPrivateUsage=false
# A mutant reaches inside on purpose.

from collections.abc import Iterator
from typing import Any, Final

from firebreak.core.base.instants import HOUR, SECOND, Instant
from firebreak.core.call import duties, outcome
from firebreak.core.call.calls import Calls
from firebreak.core.call.duties import Duty
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.linecheck.asked import Answers
from firebreak.core.linecheck.suspension import Suspension
from firebreak.core.message.clocks import Clocks
from firebreak.core.message.messages import Messages
from firebreak.core.watch.watches import Watches
from firebreak.sim.mutants.hunting import Made, Mutant, always


def _unsorted(old: Any) -> Any:
    return lambda items, key: list(items)


def _by_their_clocks(old: Any) -> Any:
    return lambda fact, other: fact.time.lo > other.time.lo


def _sooner(old: Any) -> Any:
    def ring_out(call: Any, view: Any) -> Duty:
        duty = old(call, view)
        return Duty(Instant(duty.at - 2 * SECOND), duty.kind, duty.body)

    return ring_out


def _asks_again(old: Any) -> Any:
    def drafts(self: Calls, now: Instant) -> Iterator[Any]:
        for each in list(old(self, now)):
            yield each
            yield each

    return drafts


def _word_after_farewell(old: Any) -> Any:
    return lambda ordered, offers: (old(ordered, offers)[0], None)


def _tells_again(old: Any) -> Any:
    def tick(self: Clocks, now: Instant) -> Any:
        out = old(self, now)
        return [*out, *out]

    return tick


def _no_clock(old: Any) -> Any:
    def start(self: Clocks, entry: bytes, precedence: Any, at: Instant) -> None:
        if precedence < Precedence.FLASH:
            old(self, entry, precedence, at)

    return start


def _lost_at_restart(old: Any) -> Any:
    def resume(self: Clocks, now: Instant) -> None:
        old(self, now)
        self._running = {key: each for key, each in self._running.items() if not each.restart}

    return resume


def _never_stops(old: Any) -> Any:
    def stop(self: Clocks, entry: bytes, level: Any, at: Instant) -> Any:
        clock = self._running.get((entry, level))
        met = old(self, entry, level, at)
        if clock is not None:
            self._running[entry, level] = clock
        return met

    return stop


def _later(milliseconds: int) -> Made:
    def make(old: Any) -> Any:
        return property(lambda self: None if (at := old.fget(self)) is None else Instant(at + milliseconds))

    return make


def _green(old: Any) -> Any:
    def answer(self: Answers, pong: Any, at: Instant) -> Any:
        self._green_until, self.answered_at = Instant(at + HOUR), at
        return old(self, pong, at)

    return answer


def _green_by_asking(old: Any) -> Any:
    def ask(self: Answers, asked: Any) -> None:
        old(self, asked)
        self._green_until, self.answered_at = Instant(asked.at + HOUR), asked.at

    return ask


def _lifted_by_anybody(old: Any) -> Any:
    def restored(self: Suspension, item: Any, body: Any, officer_: str) -> Any:
        self.held.pop(not item.ours, None)
        return old(self, item, body, officer_)

    return restored


def _watch_for_all(old: Any) -> Any:
    def hold(self: Watches, item: Any, body: Any, officer_: str) -> bool:
        taken = old(self, item, body, officer_)
        self.held[not item.ours, body.desk] = self.held[item.ours, body.desk]
        return taken

    return hold


def _shown_again(old: Any) -> Any:
    def message(self: Messages, item: Any) -> Any:
        out = old(self, item)
        return [*out, *out[:1]]

    return message


def _farewell_first(old: Any) -> Any:
    def last_words(ordered: Any, offers: Any) -> Any:
        word, farewell = old(ordered, offers)
        return None if farewell else word, farewell

    return last_words


def _never_listens(old: Any) -> Any:
    return property(lambda self: False, lambda self, value: None)


DUTIES: Final = (
    Mutant("outcome depends on order", outcome, "sorted", _unsorted, ("a ring that ends at once",)),
    Mutant(
        "clocks decide who knew what",
        outcome,
        "knew_of",
        _by_their_clocks,
        ("a call answered as it is withdrawn",),
    ),
    Mutant(
        "farewell outweighs the word",
        outcome,
        "_last_words",
        _farewell_first,
    ),
    Mutant("decline of a node counts", outcome, "stated", always(True), ("an officer about another call",)),
    Mutant("no answer before the ring ends", duties, "_ring_out", _sooner, ("a call that nobody answers",)),
    Mutant("automatic entry twice", Calls, "_drafts", _asks_again, ("a call answered and ended",)),
    Mutant(
        "calls speak before the log is back",
        Calls,
        "listening",
        _never_listens,
        ("a restored caller",),
    ),
    Mutant("timer fires twice", Clocks, "tick", _tells_again, ("nobody receipts a flash",)),
    Mutant(
        "timer lost at restart", Clocks, "resume", _lost_at_restart, ("an alarm while the node was down",)
    ),
    Mutant("no clock for a flash", Clocks, "start", _no_clock, ("nobody receipts a flash",)),
    Mutant("timers run late", Clocks, "deadline", _later(5 * SECOND), ("nobody receipts a flash",)),
    Mutant("a receipt stops no clock", Clocks, "_stop", _never_stops, ("a routine message",)),
    Mutant("green for any pong", Answers, "answer", _green, ("an answer that nobody asked for",)),
    Mutant("green without a pong", Answers, "ask", _green_by_asking, ("a check that nobody answers",)),
    Mutant(
        "suspension lifted by the other side",
        Suspension,
        "_restored",
        _lifted_by_anybody,
        ("a suspension lifted by the other side",),
    ),
    Mutant("a watch holds on both sides", Watches, "_hold", _watch_for_all, ("a routine message",)),
    Mutant("message shown twice", Messages, "_message", _shown_again, ("a routine message",)),
)
