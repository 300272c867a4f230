"""What an officer of the world signs: the same statement that a console makes, under the world's keys."""

from dataclasses import replace
from typing import TypeVar

from firebreak.core.envelope.officer import NO_ENTRY, Action, StatedBody, Statement
from firebreak.sim.acts import Act
from firebreak.sim.crypto import OFFICERS
from firebreak.sim.node import Node

B = TypeVar("B", bound=StatedBody)


class Nobody(Exception):
    """There is nothing to do this to."""


def signed(node: Node, body: B, act: Act, entry: bytes = NO_ENTRY, commitment: bytes = NO_ENTRY) -> B:
    """The body with the word of the officer whom the act names."""
    return body.stated(word(node, body, f"{node.name} {officer_of(act)}", body.ACTION, entry, commitment))


def word(
    node: Node,
    body: StatedBody,
    officer: str,
    action: Action,
    entry: bytes = NO_ENTRY,
    commitment: bytes = NO_ENTRY,
) -> Statement:
    """What an officer signs over a body."""
    statement = Statement(
        officer=officer,
        action=action,
        entry=entry,
        commitment=commitment,
        detail=body.detail(),
        time=max(0, node.read().wall),
    )
    message = statement.signed_bytes(node.identity.environment, node.identity.line)
    return replace(statement, signature=node.world.keys.sign(officer, message))


def officer_of(act: Act) -> str:
    """The officer whom an act names; the first on the roster when it names none."""
    return next((each for each in OFFICERS if each in act.words), OFFICERS[0])
