"""How node and signer talk: a length of four bytes, then one value in strict CBOR, over a pair of sockets."""

import socket
from enum import IntEnum
from struct import Struct
from typing import Final

from firebreak.core.base.cbor import Value, decode, encode_sorted

LENGTH: Final = Struct(">I")
FRAME_BYTES_MAX: Final = 1 << 17  # twice the largest card; nothing longer is ever asked


class Ask(IntEnum):
    """First item of a request; the arguments follow it."""

    BEGIN = 0
    "Path of the key file, passphrase, environment."
    OPEN_SEGMENT = 1
    SIGN_ENTRY = 2
    SIGN_SESSION = 3
    SIGN_CHECKPOINT = 4
    TAKE_CARD = 5
    TAKE_AGREEMENT = 6
    TRY = 7
    "Instead of the first: what the process has given up. It ends then."
    JOIN = 8
    "Instead of the first, of a service: environment, and the log key that the node's card names."


class Answer(IntEnum):
    """First item of an answer."""

    DONE = 0
    "What was asked for follows."
    REFUSED = 1
    "The reason follows; nothing has changed."
    FAILED = 2
    "Code, text and hint of an error of ours follow."


class Channel:
    """One end. Frames mostly come whole with one call to the system, as each waits for the one before."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self._held = b""

    def send(self, value: Value) -> None:
        """One frame. Raises OSError."""
        data = encode_sorted(value)
        self.connection.sendall(LENGTH.pack(len(data)) + data)

    def receive(self) -> Value:
        """The next frame. Raises EOFError at the end and for a frame too long, NotStrict, OSError."""
        (length,) = LENGTH.unpack(self._exactly(LENGTH.size))
        if length > FRAME_BYTES_MAX:
            raise EOFError("a frame too long")
        return decode(self._exactly(length), size_max=FRAME_BYTES_MAX)

    def _exactly(self, size: int) -> bytes:
        while len(self._held) < size:
            more = self.connection.recv(FRAME_BYTES_MAX)
            if not more:
                raise EOFError("the other end has closed")
            self._held += more
        data, self._held = self._held[:size], self._held[size:]
        return data
