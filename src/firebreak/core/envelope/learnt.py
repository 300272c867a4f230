"""What machines are given and what they give back: learnt entries, and drafts to be signed."""

from dataclasses import dataclass

from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body
from firebreak.core.envelope.header import Header, Ref
from firebreak.core.envelope.kinds import Kind, Precedence


@dataclass(frozen=True, slots=True)
class Learnt:
    """An entry that is verified and stored, with its body read."""

    ref: Ref
    header: Header
    body: Body | None
    "None when withheld, destroyed, of an unknown kind or undecodable."
    ours: bool
    "Whether this node's party wrote it."
    at: Instant
    "Line time when this node stored it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry that a machine wants signed."""

    kind: Kind
    body: Body
    precedence: Precedence = Precedence.ROUTINE
    refs: tuple[Ref, ...] = ()
