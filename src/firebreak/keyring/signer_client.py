"""The node's end: a signer in another process that looks like one in this.

A signature is one short message each way, asked for and awaited at once; meanwhile nothing else goes on, as
if this process had signed. When the other process is gone, or does not answer in time, every later request
raises the same StorageError: the node stops, and its next start has a new segment.
"""

import os
import socket
import subprocess
import sys
from pathlib import Path
from struct import Struct
from threading import Lock
from typing import Any, Final, Self, cast

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import CounterpartError, LocalError, StorageError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.keyring import faults
from firebreak.keyring.frames import Answer, Ask, Channel

START: Final = Path(__file__).resolve().with_name("signer_start.py")
ANSWER_SECONDS: Final = 10  # a signature takes well below a millisecond, unless the machine is at its end
BEGIN_SECONDS: Final = 60  # the passphrase of a real line costs a second on a slow machine
END_SECONDS: Final = 5.0
TIME: Final = Struct("@ll")
PEER: Final = Struct("3i")  # process, user, group
PASSED_ON: Final = ("LANG", "LC_")
"Variables the process gets. None that says where Python or the system looks for code is among them."


class SignerClient:
    """An `envelope.signer.Signer` in a process of its own."""

    def __init__(self, process: "subprocess.Popen[bytes] | None", connection: socket.socket) -> None:
        self._process = process
        self.user = os.geteuid() if process is not None else peer_of(connection)[1]
        "Whose process it is."
        self.connection = connection
        self._channel = Channel(connection)
        self.told: tuple[str, ...] = ()
        "What the process has given up, for people."
        self._key_id = b""
        self._gone: StorageError | None = None
        self._turn = Lock()

    @classmethod
    def spawn(cls) -> Self:
        """Start the process; it holds no key until `begin`. Raises LocalError."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
                    [sys.executable, "-I", str(START)],
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    cwd="/",
                    env=passed_on(),
                    start_new_session=True,
                )
        except OSError as error:
            ours.close()
            raise LocalError(
                f"the signer does not start: {error}", code="FB423", hint="free memory and try again"
            ) from error
        return cls(process, ours)

    @classmethod
    def connect(cls, path: Path) -> Self:
        """The service of a user of its own. Raises LocalError."""
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(str(path))
        except OSError as error:
            connection.close()
            raise faults.no_service(path, error) from error
        return cls(None, connection)

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """The process that `spawn` has started."""
        assert self._process is not None
        return self._process

    @property
    def whose(self) -> str:
        """For people: where it runs."""
        return f"service of user {self.user}" if self._process is None else str(self._process.pid)

    def join(self, environment: Environment, log_key: bytes) -> None:
        """Have a service open the key that our card names. Raises LocalError, StorageError."""
        self._patience(BEGIN_SECONDS)
        try:
            found = self._ask(Ask.JOIN, int(environment), log_key)
        finally:
            self._patience(ANSWER_SECONDS)
        self._begun(found)

    def begin(self, keys: Path, passphrase: str, environment: Environment) -> None:
        """Have it read its key file. Raises LocalError, StorageError."""
        if not keys.exists():
            raise faults.no_signer(keys)
        self._patience(BEGIN_SECONDS)
        try:
            found = self._ask(Ask.BEGIN, str(keys.resolve()), passphrase, int(environment))
        finally:
            self._patience(ANSWER_SECONDS)
        self._begun(found)

    def _begun(self, found: object) -> None:
        self._key_id, told = cast("tuple[bytes, list[str]]", found)
        self.told = tuple(told)

    def tried(self) -> tuple[str, ...]:
        """Before `begin`: what it has given up, without any key; it ends then. Raises StorageError."""
        return tuple(self._ask(Ask.TRY))

    @property
    def key_id(self) -> bytes:
        """The first 8 bytes of SHA-256 of the public log key."""
        return self._key_id

    def open_segment(self, line: bytes) -> bytes:
        """A fresh random segment id, drawn there."""
        return self._ask(Ask.OPEN_SEGMENT, line)

    def sign_entry(self, payload: bytes, salt: bytes = b"", body: bytes = b"") -> bytes:
        """The signature of an entry header. Raises RefusedToSign, StorageError."""
        return self._ask(Ask.SIGN_ENTRY, payload, salt, body)

    def sign_session(self, purpose: bytes, environment: Environment, payload: bytes) -> bytes:
        """That of a hello, a sealed seed or a request to a witness. Raises RefusedToSign, StorageError."""
        return self._ask(Ask.SIGN_SESSION, purpose, int(environment), payload)

    def sign_checkpoint(self, text: bytes) -> tuple[bytes, bytes]:
        """Ed25519 and ML-DSA-65 signatures of a checkpoint's text. Raises RefusedToSign, StorageError."""
        classical, hybrid = self._ask(Ask.SIGN_CHECKPOINT, text)
        return classical, hybrid

    def take_card(self, data: bytes) -> None:
        """Show it our newest card. Raises RefusedToSign, StorageError."""
        self._ask(Ask.TAKE_CARD, data)

    def take_agreement(self, line: bytes, body: bytes) -> None:
        """Show it the agreement that our officers signed. Raises RefusedToSign, StorageError."""
        self._ask(Ask.TAKE_AGREEMENT, line, body)

    def close(self) -> None:
        """Close our end, which ends the process, and wait for that."""
        self._gone = self._gone or faults.signer_gone("the node has closed it")
        self.connection.close()
        if self._process is None:
            return
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def gone(self) -> StorageError | None:
        """Why it signs no more; None while it does. To be asked when its socket shows something unasked."""
        if self._gone is None and self._turn.acquire(blocking=False):
            try:
                if self.connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b"":
                    self._gone = faults.signer_gone("its process has ended")
            except BlockingIOError:
                return None
            except OSError as error:
                self._gone = faults.signer_gone(error)
            finally:
                self._turn.release()
        return self._gone

    def _ask(self, verb: Ask, *arguments: Value) -> Any:
        with self._turn:
            if self._gone is not None:
                raise self._gone
            try:
                self._channel.send([int(verb), *arguments])
                answer = self._channel.receive()
            except BlockingIOError as error:
                raise self._fail("it does not answer") from error
            except (OSError, EOFError, CounterpartError) as error:
                raise self._fail(error) from error
            except BaseException:
                self._fail("a request was broken off")
                raise
        return self._result(answer)

    def _result(self, answer: Value) -> Any:
        match answer:
            case [Answer.DONE, value]:
                return value
            case [Answer.REFUSED, str(reason)]:
                raise RefusedToSign(reason)
            case [Answer.FAILED, str(code), str(text), str(hint)]:
                raise LocalError(text, code=code, hint=hint)
            case _:
                raise self._fail("it answers what was not asked")

    def _fail(self, reason: object) -> StorageError:
        self._gone = faults.signer_gone(reason)
        return self._gone

    def _patience(self, seconds: int) -> None:
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            self.connection.setsockopt(socket.SOL_SOCKET, option, TIME.pack(seconds, 0))


def peer_of(connection: socket.socket) -> tuple[int, int]:
    """Process and user at the other end of a Unix socket, from the system and not from them."""
    process, user, _ = PEER.unpack(connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, PEER.size))
    return process, user


def passed_on() -> dict[str, str]:
    """The variables that a signing process gets."""
    return {name: value for name, value in os.environ.items() if name.startswith(PASSED_ON)}


def confinement() -> tuple[str, ...]:
    """What a signer's process can give up on this machine, tried in one without keys. Raises LocalError."""
    client = SignerClient.spawn()
    try:
        return client.tried()
    finally:
        client.close()
