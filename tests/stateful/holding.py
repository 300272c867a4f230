"""What a node holds, and what must be true of it."""

from collections.abc import Iterator

from firebreak.core.envelope.header import NOWHERE
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.effects import Stored
from firebreak.core.line.line import Line
from firebreak.core.message.clocks import TIMED
from firebreak.core.message.receipts import EscalationMissed
from firebreak.core.record.bodies import Adopt, CheckpointBody
from firebreak.core.record.checkpoint import Origin, SignedCheckpoint
from firebreak.core.record.merkle import Tree
from tests.stateful.day import Node


def holdings(node: Node) -> set[bytes]:
    """The hashes of all that it has stored."""
    return {each.entry.hash for each in node.stored}


def outcomes(node: Node) -> dict[tuple[str, bytes], object]:
    """What became of each call, by the party that placed it."""
    assert node.line is not None
    calls = node.line.machines.calls.all()
    return {
        (node.name if each.ours else node.other, each.call): (each.outcome, each.crossed) for each in calls
    }


def check_chains(node: Node) -> None:
    """I7: within a segment numbers run from 1 and `prev` holds; every gap is known of."""
    assert node.line is not None
    segments: dict[tuple[bytes, bytes], dict[int, tuple[bytes, bytes]]] = {}
    for each in node.stored:
        header = each.entry.header
        segments.setdefault((header.writer, header.segment), {})[header.seq] = (each.entry.hash, header.prev)
    for numbers in segments.values():
        for seq, (_, prev) in numbers.items():
            assert seq - 1 not in numbers or numbers[seq - 1][0] == prev, "I7"
    missing = sum(max(numbers) - len(numbers) for numbers in segments.values())
    logs = node.line.logs
    assert missing == logs.ours.missing() + logs.theirs.missing(), "I7"


def check_clocks(node: Node) -> None:
    """I18: two days later, of every message each timed step is proven, or its miss is stated."""
    assert node.line is not None
    stated = {
        (body.entry, body.level)
        for each in node.stored
        if each.entry.header.writer == node.party and each.entry.header.kind == Kind.ESCALATION_MISSED
        if isinstance(body := node.body(each), EscalationMissed)
    }
    messages = node.line.machines.messages
    for trace in messages.traces.values():
        reached = max((proof.level for proof in trace.proofs), default=0)
        for level in TIMED:
            limit = messages.clocks.plan.limits(trace.precedence).of(level)
            assert not (trace.ours and limit) or reached >= level or (trace.hash, level) in stated, "I18"


def views(line: Line) -> dict[str, object]:
    """All of a line that the record alone decides."""
    machines, memory = line.machines, line.memory
    receipts = ("said", "receipted", "_covered", "_extended")
    return {
        "logs": (line.logs.ours, line.logs.theirs),
        "receipts": {name: getattr(memory.receipting, name) for name in receipts},
        "adopted": memory.restoring.adopted,
        "generation": memory.checkpointing.generation,
        "traces": {
            hash: (each.ref, each.ours, each.at, each.precedence, each.target, frozenset(each.proofs))
            for hash, each in machines.messages.traces.items()
        },
        "calls": machines.calls.all(),
        "watches": machines.watches.held,
        "suspended": machines.suspension.held,
        "heard": machines.heard_at,
        "contradictions": machines.contradictions,
    }


def check_stands_by(node: Node) -> None:
    """RECORD-008: whatever our newest chain does not lead to, an adoption in our log names."""
    own = {each.entry.hash: each for each in node.stored if each.entry.header.writer == node.party}
    assert node.line is not None and node.line.opened
    chain = set(walk(own, node.line.writer.prev))
    named = {
        (run.segment, seq)
        for each in own.values()
        if isinstance(body := node.body(each), Adopt)
        for run in body.runs
        for seq in range(run.first, run.last + 1)
    }
    for hash, each in own.items():
        assert hash in chain or each.entry.ref[:2] in named, "an orphan is binding"


def check_checkpoints(node: Node) -> None:
    """Each checkpoint of a party sums up the chain before it, and no two of one origin contradict."""
    own = {each.entry.hash: each for each in node.stored if each.entry.header.writer == node.party}
    trees: dict[str, list[list[bytes]]] = {}
    for each in own.values():
        body = node.body(each)
        if not isinstance(body, CheckpointBody):
            continue
        checkpoint = SignedCheckpoint.parse(body.note).checkpoint
        chain = list(walk(own, each.entry.header.prev))[::-1]
        assert checkpoint.size == len(chain)
        assert checkpoint.root == Tree(chain).root()
        of_one = trees.setdefault(checkpoint.origin, [])
        assert all(_fits(chain, other) for other in of_one), "two trees of one origin contradict each other"
        of_one.append(chain)


def check_origins(node: Node) -> None:
    """Each checkpoint names the segment in which it stands (decision 0006)."""
    for each in node.stored:
        body = node.body(each)
        if isinstance(body, CheckpointBody):
            origin = Origin.parse(SignedCheckpoint.parse(body.note).checkpoint.origin)
            assert origin.segment == each.entry.header.segment


def _fits(one: list[bytes], other: list[bytes]) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def walk(own: dict[bytes, Stored], newest: bytes) -> Iterator[bytes]:
    """From an entry back to the first of its log."""
    while newest != NOWHERE:
        yield newest
        newest = own[newest].entry.header.prev
