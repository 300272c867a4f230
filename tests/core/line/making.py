"""Messages, lost disks and what a node has written: short words for the tests of a line."""

from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.message.bodies import Message
from firebreak.core.record.bodies import Adopt, Run
from tests.pair import START, End


def message(end: End, text: str = "all quiet", precedence: Precedence = Precedence.ROUTINE) -> Draft:
    """A message of that side."""
    body = Message(to=("duty",), from_desk="duty", text=text)
    return end.line.machines.messages.send(body, precedence=precedence, now=START)


def say(end: End, text: str = "all quiet", precedence: Precedence = Precedence.ROUTINE) -> Ref:
    """A message of that side, signed and on its way."""
    return end.say(message(end, text, precedence))


def written(end: End, kind: Kind) -> list[Ref]:
    """The entries of a kind in an end's own log, in the order stored."""
    party = end.line.identity.ours.writer
    return [
        each.entry.ref
        for each in end.stored
        if each.entry.header.kind == kind and each.entry.header.writer == party
    ]


def unadopted(end: End) -> set[Ref]:
    """Entries of an end's own log that its newest chain does not lead to and that no adoption names."""
    party = end.line.identity.ours.writer
    own = {each.entry.hash: each.entry for each in end.stored if each.entry.header.writer == party}
    left = {each.ref for each in own.values()}
    at = end.line.writer.prev
    while at in own:
        left.discard(own[at].ref)
        at = own[at].header.prev
    for ref in written(end, Kind.LOG_ADOPT):
        body = Adopt.from_bytes(own[ref.hash].body or b"")
        left -= {each for each in left for run in body.runs if _names(run, each)}
    return left


def _names(run: Run, ref: Ref) -> bool:
    return run.segment == ref.segment and run.first <= ref.seq <= run.last


def restored(end: End, length: int, *, listen: int = 0) -> None:
    """The end starts on an older copy of its disk: the first so many entries."""
    end.stored = end.stored[:length]
    end.start(listen=listen)


def same(north: End, south: End) -> bool:
    """Whether both hold the same entries."""
    return {each.entry.hash for each in north.stored} == {each.entry.hash for each in south.stored}
