"""The line agreement: an officer of each side signs the same."""

from dataclasses import replace

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.line.agreement import LineAgree
from firebreak.core.line.line import Line
from firebreak.sim.acts import Act
from firebreak.sim.crypto import OFFICERS
from firebreak.sim.node import Node


def agree(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`agree two`: sign the line agreement: the witnesses, and perhaps what needs two persons."""
    kinds = (Kind.CARD, Kind.MESSAGE, Kind.STATEMENT, Kind.EXPLAIN, Kind.NOTICE) if "two" in act.words else ()
    body = LineAgree(agreement=node.world.agreement(tuple(sorted(map(int, kinds)))))
    said = Statement(
        officer=f"{node.name} {next((each for each in OFFICERS if each in act.words), OFFICERS[0])}",
        action=Action.COMPARE,
        detail=body.detail(),
        time=max(0, node.read().wall),
    )
    message = said.signed_bytes(node.identity.environment, node.identity.line)
    said = replace(said, signature=node.world.keys.sign(said.officer, message))
    return Draft(kind=Kind.LINE_AGREE, body=replace(body, statements=(said,)))
