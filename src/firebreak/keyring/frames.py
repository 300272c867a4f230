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
    "Path of the key file, passphrase, environment, our card."
    OPEN_SEGMENT = 1
    SIGN_ENTRY = 2
    SIGN_SESSION = 3
    SIGN_CHECKPOINT = 4
    TAKE_CARD = 5
    TAKE_AGREEMENT = 6


class Answer(IntEnum):
    """First item of an answer."""

    DONE = 0
    "What was asked for follows."
    REFUSED = 1
    "The reason follows; nothing has changed."
    FAILED = 2
    "Code, text and hint of an error of ours follow."


def send(connection: socket.socket, value: Value) -> None:
    """One frame; no map is ever in one, so that nothing needs sorting. Raises OSError."""
    data = encode_sorted(value)
    connection.sendall(LENGTH.pack(len(data)) + data)


def receive(connection: socket.socket) -> Value:
    """The next frame. Raises EOFError at the end and for a frame too long, NotStrict, OSError."""
    (length,) = LENGTH.unpack(_exactly(connection, LENGTH.size))
    if length > FRAME_BYTES_MAX:
        raise EOFError("a frame too long")
    return decode(_exactly(connection, length), size_max=FRAME_BYTES_MAX)


def _exactly(connection: socket.socket, size: int) -> bytes:
    data = connection.recv(size, socket.MSG_WAITALL)
    while len(data) < size:
        more = connection.recv(size - len(data))
        if not more:
            raise EOFError("the other end has closed")
        data += more
    return data
