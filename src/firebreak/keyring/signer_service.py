"""The signer as a service of a user of its own: one node may connect, and gets a fresh process each time.

The service holds the passphrase and no key. It looks at who connects, as the system says it, hands the
connection to a signing process together with where the keys lie, and waits for its end. So a node that starts
again has a signer that starts again, and the code that signs is the same as under a node.
"""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from firebreak.core.base.errors import LocalError
from firebreak.keyring import faults
from firebreak.keyring.frames import Channel
from firebreak.keyring.signer_client import START, passed_on, peer_of


@dataclass(slots=True)
class SignerService:
    """Serves the node of one user, one connection after another."""

    keys: Path
    "Folder with `signer.key` and, while new keys wait, `next-signer.key`."
    passphrase: str = field(repr=False)
    path: Path
    "The socket."
    node_user: int
    say: Callable[[str], None]
    _child: "subprocess.Popen[bytes] | None" = None

    def run(self) -> None:
        """Until SIGTERM or SIGINT. Raises LocalError."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._end)
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
            try:
                self.path.unlink(missing_ok=True)
                listening.bind(str(self.path))
                self.path.chmod(0o666)  # who may connect is decided by the system's word on who does
                listening.listen(1)
            except OSError as error:
                raise faults.no_service(self.path, error) from error
            self.say(f"waits on {self.path} for the node of user {self.node_user}")
            while True:
                connection, _ = listening.accept()
                with connection:
                    self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        process, user = peer_of(connection)
        if user != self.node_user:
            self.say(f"refused: process {process} of user {user} is not the node")
            return
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and file
                    [sys.executable, "-I", str(START), str(theirs.fileno())],
                    stdin=connection.fileno(),
                    stdout=subprocess.DEVNULL,
                    cwd="/",
                    env=passed_on(),
                    pass_fds=(theirs.fileno(),),
                    start_new_session=True,
                )
            self.say(f"process {self._child.pid} signs for the node, process {process}")
            Channel(ours).send([str(self.keys.resolve()), self.passphrase])
        connection.close()  # the node's end is with that process alone
        self.say(f"process {self._child.pid} has ended with {self._child.wait()}")

    def _end(self, number: int, frame: FrameType | None) -> None:
        if self._child is not None and self._child.returncode is None:
            self._child.kill()
        self.path.unlink(missing_ok=True)
        raise SystemExit(0)


def user_of(name: str) -> int:
    """A user by name or number. Raises LocalError."""
    import pwd

    try:
        return int(name) if name.isdigit() else pwd.getpwnam(name).pw_uid
    except KeyError as error:
        raise LocalError(
            f"there is no user {name!r}", code="FB473", hint="name the user of the node"
        ) from error
