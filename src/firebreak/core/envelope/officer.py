"""Statements of officers: what a person signs with a key that the node does not hold (`spec/entry.md`).

A statement names the action, the entry it is about, and a digest of everything else in the body that
carries it, so that a node can neither make one up nor attach it to other words. The line id is part of what
is signed: the word of an officer who serves several lines holds on one. Each statement counts in one entry
only (`spent.py`), so that a node cannot say it again later.
"""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import ClassVar, Final, Self

from firebreak.core.base.cbor import encode
from firebreak.core.base.purposes import OFFICER, Environment, digest
from firebreak.core.base.shape import Body, Choice, Inside, Number, Octets, Text, item
from firebreak.core.envelope.cose import SIGNATURE_BYTES, signed_bytes
from firebreak.core.envelope.verifying import verify_ed25519

OFFICER_NAME_MAX: Final = 64
STATEMENTS_MAX: Final = 4  # in one body; more than two have never been needed
STATEMENT_KEY: Final = 1
RELIEF_KEY: Final = 2
NO_ENTRY: Final = bytes(32)
"What a statement names when it is about no entry, such as taking a watch."


class Action(IntEnum):
    """What an officer states."""

    READ = 1
    ACKNOWLEDGE = 2
    REFUSE = 3
    ANSWER = 4
    DECLINE = 5
    BUSY = 6
    TAKE_WATCH = 7
    HAND_OVER = 8
    CHECK = 9
    REQUEST = 10
    REPLY = 11
    SUSPEND = 12
    RESTORE = 13
    CLOSE = 14
    COMPARE = 15
    RELEASE = 16
    SPEAK = 17
    "By a media key, in a call."
    HAND_CALL = 18
    TAKE_CALL = 19
    RECORD = 20
    "Whether the sound of a call may be recorded."
    MINUTE = 21
    ISSUE = 22
    "A notice, and so all that follows."
    CANCEL = 23
    RESPOND = 24
    PASS_ON = 25
    RENEW = 26
    INQUIRE = 27
    EXPLAIN = 28
    REPORT = 29
    LEAVE_NOTE = 30
    "Of one's own voice."
    PROPOSE = 31
    "A private matching."
    CONSENT = 32
    "To it or not."
    CONCLUDE = 33


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Body):
    """One officer's signed word."""

    officer: str = item(1, Text(most=OFFICER_NAME_MAX, least=1))
    "The officer's name or number, as on the party's roster."
    action: Action = item(2, Choice(Action))
    entry: bytes = item(3, Octets(exactly=32), default=NO_ENTRY)
    "Hash of the entry the statement is about."
    commitment: bytes = item(4, Octets(exactly=32), default=NO_ENTRY)
    "Commitment of that entry's body: what was on the screen."
    detail: bytes = item(5, Octets(exactly=32))
    "Digest of the rest of the body that carries this statement."
    language: str = item(6, Text(most=8), default="")
    "Language in which the entry was shown."
    time: int = item(7, Number())
    "Milliseconds UTC by the officer's own device."
    signature: bytes = item(8, Octets(exactly=SIGNATURE_BYTES), default=bytes(SIGNATURE_BYTES))

    def signed_bytes(self, environment: Environment, line: bytes) -> bytes:
        """What the officer's Ed25519 key signs, on the line of that id."""
        return signed_bytes(OFFICER, environment, self._unsigned(), line=line)

    @property
    def name(self) -> bytes:
        """Names what was signed, whatever signature stands under it; 32 bytes."""
        return digest(OFFICER, self._unsigned())

    def _unsigned(self) -> bytes:
        return encode(replace(self, signature=bytes(SIGNATURE_BYTES)).to_map())


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedBody(Body):
    """Base of every body that carries an officer's statement under key 1."""

    ACTION: ClassVar[Action]
    NODE_MAY: ClassVar[bool] = False
    "Whether a node may write it alone; an officer who signs one states the action."

    statement: Statement | None = item(STATEMENT_KEY, Inside(Statement), default=None)

    def detail(self) -> bytes:
        """Digest of all fields but the statement, 32 bytes."""
        fields = {key: value for key, value in self.to_map().items() if key != STATEMENT_KEY}
        return digest(OFFICER, encode(fields))

    def stated(self, statement: Statement) -> Self:
        """The same body with the statement in place."""
        return replace(self, statement=statement)

    @property
    def holds(self) -> bool:
        """Whether there is a statement of this action over these very words, whoever signed it."""
        found = self.statement
        return found is not None and found.action is self.ACTION and found.detail == self.detail()

    def misstated(self, entry: bytes, commitment: bytes) -> str:
        """Why no officer states this action over these words about that entry; empty where one does."""
        found = self.statement
        if found is None:
            return "has no officer's statement"
        if found.action is not self.ACTION:
            return f"carries a statement to {found.action.name}, not to {self.ACTION.name}"
        if (found.entry, found.commitment) != (entry, commitment):
            return "carries a statement about another entry"
        return "" if self.holds else "was changed after the officer signed it"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelievedBody(StatedBody):
    """Base of bodies by which one officer passes something on to another: both sign the same.

    The line verifies *both* statements: `detail` is the digest of all fields but the two.
    """

    RELIEF_ACTION: ClassVar[Action]

    relief: Statement | None = item(RELIEF_KEY, Inside(Statement), default=None)
    "The officer who takes over."

    def detail(self) -> bytes:
        """Digest of all fields but the two statements, 32 bytes."""
        kept = {key: value for key, value in self.to_map().items() if key not in (STATEMENT_KEY, RELIEF_KEY)}
        return digest(OFFICER, encode(kept))

    def relieved(self, relief: Statement) -> Self:
        """The same body with the statement of the officer who takes over."""
        return replace(self, relief=relief)


def verifies(statement: Statement, key: bytes, environment: Environment, line: bytes) -> bool:
    """Whether the holder of the officer's key made this statement on this line."""
    return verify_ed25519(key, statement.signature, statement.signed_bytes(environment, line))
