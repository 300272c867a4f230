"""Receipts count as far as they are true: what a side says it holds must stand in the other side's log.

A counterpart can sign that it holds what we have not written. Taken at its word, everything we send later
would count as received before it was sent. What names an entry that we do not hold waits until we do: after
a restore we get back entries of ours whose receipts we know already.

Our own receipts are counted in the same way (RECORD-019). Once both disks have lost the entry that a receipt
names, the counterpart cannot count it, and the two sides would tell different things of what stands before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from firebreak.core.call.facts import BODIES as CALL_BODIES
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, known
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.record.bodies import Run
from firebreak.core.record.interlock import Interlock

WAITING_MAX: Final = 1_024  # entries named that we do not hold; the oldest go first
NAMING_MAX: Final = 16  # entries that name the same one, without those that say nothing new of it

Waiting = dict[bytes, list[Learnt]]
"By the hash of an entry that is not held: what names it."


@dataclass(slots=True)
class Claims:
    """What each side says of the other's log."""

    logs: Interlock
    _waiting: dict[bool, Waiting] = field(default_factory=lambda: {True: Waiting(), False: Waiting()})
    "What we say under True; neither side can push out what the other one says."

    def true(self, item: Learnt) -> Learnt:
        """The item without what it says of entries that we do not hold."""
        unknown, waiting = self._unknown(item), self._waiting[item.ours]
        for each in unknown:
            waiting[each.hash] = _with(waiting.get(each.hash, []), item, each)
            if len(waiting) > WAITING_MAX:
                waiting.pop(next(iter(waiting)))
        return _without(item, unknown) if unknown else item

    def proved(self, item: Learnt) -> list[Learnt]:
        """What the other side said of an entry before we held it: receipts and nothing else."""
        said = self._waiting[not item.ours].pop(item.ref.hash, [])
        return [_without(each, self._unknown(each)) for each in said]

    def _unknown(self, item: Learnt) -> list[Ref]:
        log = self.logs.theirs if item.ours else self.logs.ours
        return [each for each in _named(item) if not log.holds(each)]


def _about(item: Learnt, ref: Ref) -> Learnt:
    """What an item says of one entry. No more waits: thousands of long bodies would fill the memory (I22)."""
    header, body = item.header, item.body
    if header.seen != ref:
        header = replace(header, seen=None)
    if isinstance(body, ReceiptNode):
        runs = tuple(each for each in body.runs if _last(each) == ref)
        body = replace(body, runs=runs, ahead=tuple(each for each in body.ahead if each.ref == ref))
    return _receipt(replace(item, header=header, body=body))


def _with(named: list[Learnt], item: Learnt, ref: Ref) -> list[Learnt]:
    """What names an entry, with one more; when there are too many the newest takes the place of the last."""
    told = isinstance(item.body, ReceiptNode) or known(item.header.kind) in CALL_BODIES
    if not told and any(each.header.seen == ref for each in named):
        return named  # of an entry about a call it counts what its own writer had seen (CALL-009)
    return [*named[: NAMING_MAX - 1], _about(item, ref)]


def _named(item: Learnt) -> Iterable[Ref]:
    if item.header.seen is not None:
        yield item.header.seen
    if isinstance(item.body, ReceiptNode):
        yield from (_last(each) for each in item.body.runs)
        yield from (each.ref for each in item.body.ahead)


def _last(run: Run) -> Ref:
    return Ref(run.segment, run.last, run.last_hash)


def _without(item: Learnt, unknown: list[Ref]) -> Learnt:
    header, body = item.header, item.body
    if header.seen in unknown:
        header = replace(header, seen=None)
    if isinstance(body, ReceiptNode):
        runs = tuple(each for each in body.runs if _last(each) not in unknown)
        body = replace(body, runs=runs, ahead=tuple(each for each in body.ahead if each.ref not in unknown))
    return replace(item, header=header, body=body)


def _receipt(item: Learnt) -> Learnt:
    body = item.body if isinstance(item.body, ReceiptNode) else None
    return replace(item, header=replace(item.header, kind=int(Kind.RECEIPT_NODE), refs=()), body=body)
