"""What messages and their clocks report."""

from dataclasses import dataclass

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.message.bodies import Message, Relation
from firebreak.core.message.levels import Level
from firebreak.core.message.receipts import PersonsReceipt


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSent(Event):
    """Our message stands in our record."""

    ref: Ref
    precedence: Precedence
    message: Message | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageArrived(Event):
    """A message of the counterpart is stored. Reported once per message, whatever arrives twice."""

    ref: Ref
    precedence: Precedence
    message: Message | None
    "None when the body cannot be read; the officer sees that a message is there."


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesStored(Event):
    """A receipt: the node at the other end holds these messages. Nobody need have seen them."""

    entries: tuple[bytes, ...]
    by: Ref
    ours: bool
    "Whether the messages are ours; otherwise it is our own node that says so."


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesShown(Event):
    """A receipt: these messages were on a console of the desk. Nobody need have read them."""

    entries: tuple[bytes, ...]
    by: Ref
    ours: bool
    desk: str
    consoles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStated(Event):
    """An officer read, acknowledged or refused a message."""

    entry: bytes
    by: Ref
    ours: bool
    level: Level
    officer: str
    body: PersonsReceipt
    "With the paraphrase of an acknowledgement, the reason of a refusal."


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageBad(Event):
    """The node at the other end holds the message and cannot read it."""

    entry: bytes
    by: Ref
    ours: bool
    reason: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFollowed(Event):
    """A later message relates to an earlier one: corrects, replaces, recalls, answers it ..."""

    entry: bytes
    "The earlier message. It stays in the record and is shown together with the later one."
    follower: bytes
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageExpired(Event):
    """By our own clock the message no longer applies."""

    entry: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue(Event):
    """The time for a receipt is up and none has come. Raised once per message and step."""

    entry: bytes
    level: Level
    precedence: Precedence
    due: Instant
    alarm: bool
    "Whether the desk is to be alarmed; otherwise it goes on a list."
    restart: bool
    "Whether our own node did not run when the time was up."


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueMet(Event):
    """A receipt has come after its time was up."""

    entry: bytes
    level: Level
    late_ms: int
    "How long after the time was up."


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartMissed(Event):
    """The counterpart states that our receipt had not come in time."""

    entry: bytes
    level: Level
    precedence: Precedence


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDoubted(Event):
    """Something in the record of messages does not fit together; it is shown and stops nothing."""

    finding: Finding
