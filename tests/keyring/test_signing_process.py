"""The signer's process: what a hostile node gets out of it, what it cannot do, and when it ends."""

import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import LocalError, StorageError
from firebreak.core.base.purposes import ENTRY, Environment
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.header import Header, Span, key_id
from firebreak.core.envelope.verifying import verify_ed25519
from firebreak.keyring.frames import LENGTH, Answer, Ask, Channel
from firebreak.keyring.signer_client import START, SignerClient, confinement
from tests.conformance.signer.making import KEYS, LINES, PASSPHRASE, fresh_lines, key_file, of_its_own
from tests.covering import covers
from tests.users import NODE, ROOT, as_user

EXERCISE = Environment.EXERCISE
SECONDS = 20.0


def payload(line: bytes, segment: bytes, seq: int, body: bytes = b"") -> bytes:
    header = Header(
        environment=EXERCISE,
        line=line,
        writer=bytes(16),
        segment=segment,
        seq=seq,
        prev=bytes(32),
        seen=None,
        kind=16,
        time=Span(1, 2),
        commitment=body.ljust(32, b"\0"),
        key_id=key_id(KEYS.log_public),
    )
    return header.to_bytes()


def ask(connection: socket.socket, data: bytes) -> Value:
    """Send whatever bytes as one frame; what comes back."""
    connection.sendall(LENGTH.pack(len(data)) + data)
    return Channel(connection).receive()


anything: st.SearchStrategy[Value] = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 1 << 63) | st.binary(max_size=40) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.integers(0, 9), inner, max_size=3),
    max_leaves=6,
)


class HostileNode(RuleBasedStateMachine):
    """Owns the node's end of the socket and says what it likes: junk, replays, forks."""

    connection: socket.socket

    def __init__(self) -> None:
        super().__init__()
        self.line = fresh_lines()[0]
        self.segments: list[bytes] = [bytes(16)]
        self.asked: list[bytes] = []
        self.signed: dict[tuple[bytes, int], bytes] = {}

    def say(self, data: bytes) -> Value:
        answer = ask(self.connection, data)
        assert isinstance(answer, list)
        assert answer[0] in (Answer.DONE, Answer.REFUSED)
        self.asked.append(data)
        return answer[1] if answer[0] == Answer.DONE else None

    @rule()
    def opens(self) -> None:
        found = self.say(encode([int(Ask.OPEN_SEGMENT), self.line]))
        assert isinstance(found, bytes)
        assert found not in self.segments
        self.segments.append(found)

    @rule(newest=st.booleans(), seq=st.integers(1, 6), body=st.sampled_from([b"we stay", b"we leave"]))
    def asks_for_an_entry(self, newest: bool, seq: int, body: bytes) -> None:
        segment = self.segments[-1 if newest else len(self.segments) // 2]
        self.entry(payload(self.line, segment, seq, body), (segment, seq))

    @rule(body=st.sampled_from([b"we stay", b"we leave"]))
    def asks_for_the_next(self, body: bytes) -> None:
        segment = self.segments[-1]
        seq = 1 + max((number for place, number in self.signed if place == segment), default=0)
        self.entry(payload(self.line, segment, seq, body), (segment, seq))

    def entry(self, header: bytes, place: tuple[bytes, int]) -> None:
        signature = self.say(encode([int(Ask.SIGN_ENTRY), header, b"", b""]))
        if signature is None:
            return
        assert isinstance(signature, bytes)
        assert verify_ed25519(KEYS.log_public, signature, signed_bytes(ENTRY, EXERCISE, header))
        assert place not in self.signed
        self.signed[place] = header

    @rule(data=st.binary(max_size=200))
    def says_junk(self, data: bytes) -> None:
        assert self.say(data) is None

    @rule(verb=st.integers(-1, 9), arguments=st.lists(anything, max_size=4))
    def says_nonsense(self, verb: int, arguments: list[Value]) -> None:
        self.say(encode([verb, *arguments]))

    @rule(which=st.integers(0, 100))
    def says_it_again(self, which: int) -> None:
        if not self.asked:
            return
        data = self.asked[which % len(self.asked)]
        answer, request = self.say(data), None
        try:
            request = decode(data)
        except Exception:  # noqa: BLE001 - it was junk the first time
            assert answer is None
        if isinstance(request, list) and request and request[0] == Ask.SIGN_ENTRY and answer is not None:
            assert request[1] not in self.signed.values(), "the same bytes signed twice"
        if isinstance(request, list) and request[:1] == [Ask.OPEN_SEGMENT] and isinstance(answer, bytes):
            self.segments.append(answer)


@covers("I3", "SIGNER-003", "SIGNER-040")
def test_a_hostile_node_process_never_gets_two_signatures_for_one_number() -> None:
    with of_its_own(EXERCISE) as client:
        run_state_machine_as_test(
            type("Hostile", (HostileNode,), {"connection": client.connection}),
            settings=settings(max_examples=60, stateful_step_count=40, deadline=None),
        )
        assert client.gone() is None


@covers("SIGNER-040")
def test_keys_are_read_once_and_only_by_the_first_request() -> None:
    with of_its_own(EXERCISE) as client:
        begin = [int(Ask.BEGIN), str(key_file(EXERCISE)), PASSPHRASE, 1]
        assert ask(client.connection, encode(begin)) == [Answer.REFUSED, "not a request"]


@pytest.mark.parametrize(
    "first", [b"", b"\xff", encode([1, LINES[0]]), encode(None), encode([0, "a", "b", 7, b""])]
)
def test_a_process_without_keys_signs_nothing(first: bytes) -> None:
    client = SignerClient.spawn()
    try:
        answer = ask(client.connection, first)
        assert isinstance(answer, list)
        assert answer[0] == Answer.FAILED
        assert client.process.wait(SECONDS) == 1
    finally:
        client.close()


@contextmanager
def spawned() -> Iterator[SignerClient]:
    client = SignerClient.spawn()
    try:
        yield client
    finally:
        client.close()


def test_a_wrong_passphrase_is_told_as_such() -> None:
    with spawned() as client, pytest.raises(LocalError, match="FB321"):
        client.begin(key_file(EXERCISE), "another", EXERCISE)


def test_a_missing_key_file_is_told_as_such(tmp_path: Path) -> None:
    with spawned() as client, pytest.raises(LocalError, match="FB422"):
        client.begin(tmp_path / "signer.key", PASSPHRASE, EXERCISE)


@covers("SIGNER-041")
def test_it_ends_when_the_nodes_end_closes_and_not_when_the_node_is_signalled() -> None:
    with of_its_own(EXERCISE) as client:
        for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            client.process.send_signal(each)
        assert len(client.open_segment(LINES[0])) == 16
        client.connection.shutdown(socket.SHUT_WR)
        assert client.process.wait(SECONDS) == 0


@covers("SIGNER-042")
def test_a_signer_that_died_is_not_asked_again() -> None:
    with of_its_own(EXERCISE) as client:
        segment = client.open_segment(LINES[0])
        client.process.kill()
        client.process.wait(SECONDS)
        for _ in range(2):
            with pytest.raises(StorageError, match="FB421"):
                client.sign_entry(payload(LINES[0], segment, 1))
        assert client.gone() is not None


@covers("SIGNER-042")
def test_a_signer_that_answers_nonsense_is_not_asked_again() -> None:
    ours, theirs = socket.socketpair()
    with subprocess.Popen([sys.executable, "-c", ""]) as process, theirs:
        client = SignerClient(process, ours)
        theirs.sendall(LENGTH.pack(1) + b"\xff")
        with pytest.raises(StorageError, match="FB421"):
            client.open_segment(LINES[0])
        client.close()


CONFINED = """
import resource, socket, sys
from firebreak.keyring.confinement import close_the_door, confine
print(*confine(), sep=", ")
def attempt(kind):
    try:
        with socket.socket(*kind[0]) as made:
            made.connect(kind[1])
            print("CONNECTED", kind)
    except OSError:
        pass
import ctypes
print("dumpable", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
kinds = [((socket.AF_INET, socket.SOCK_STREAM), ("127.0.0.1", int(sys.argv[1])))]
for kind in kinds: attempt(kind)
print(close_the_door())
for kind in [*kinds, ((socket.AF_UNIX, socket.SOCK_STREAM), sys.argv[2])]: attempt(kind)
try:
    open(sys.argv[0] or "/etc/hostname")
    print("OPENED")
except OSError:
    pass
try:
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.getrlimit(resource.RLIMIT_NOFILE)[0] and attempt(kinds[0])
except (ValueError, OSError):
    pass
"""


@covers("SIGNER-043")
def test_nothing_can_be_reached_from_inside(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket(socket.AF_UNIX) as local:
        local.bind(str(tmp_path / "s"))
        local.listen()
        port = str(listening.getsockname()[1])
        command = [sys.executable, "-c", CONFINED, port, str(tmp_path / "s")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "CONNECTED" not in done.stdout
    assert "OPENED" not in done.stdout
    assert "no new files or connections" in done.stdout
    assert "no memory dumps, no new privileges" in done.stdout
    assert "dumpable 0" in done.stdout


@covers("SIGNER-043")
def test_what_a_machine_allows_can_be_asked_without_a_key() -> None:
    told = confinement()
    assert "no new files or connections" in told
    assert "no memory dumps" in told


@covers("SIGNER-043")
def test_a_running_signer_says_what_it_has_given_up_and_has() -> None:
    with of_its_own(EXERCISE) as client:
        pid = client.process.pid
        limits = Path(f"/proc/{pid}/limits").read_text()
        assert [each.split()[3:5] for each in limits.splitlines() if "open files" in each] == [["0", "0"]]
        assert resource.prlimit(pid, resource.RLIMIT_CORE) == (0, 0)
        status = Path(f"/proc/{pid}/status").read_text()
        locked = [each.split()[1] for each in status.splitlines() if each.startswith("VmLck:")]
        assert ("memory locked" in client.told) == (locked != ["0"])
        if os.geteuid() == 0:
            assert "memory locked" in client.told
        assert "NoNewPrivs:\t1" in status
        if "no network" in client.told:
            assert Path(f"/proc/{pid}/ns/net").readlink() != Path("/proc/self/ns/net").readlink()
        assert "no new files or connections" in client.told
        assert Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[1:3] == [b"-I", bytes(START)]


LOOK = """
import os, sys
from pathlib import Path
{start}
try:
    open(f"/proc/{{pid}}/mem", "rb").close()
    print("read")
except PermissionError:
    print("closed")
"""
SIGNER_OF_MINE = f"""
sys.path.insert(0, {str(ROOT)!r})
from tests.conformance.signer.making import Environment, begun, key_file
manager = begun(key_file(Environment.EXERCISE), Environment.EXERCISE)
pid = manager.__enter__().process.pid
"""
WITH_A_PASSPHRASE = (
    "from firebreak.cli.passphrases import from_file; from_file(Path('/dev/null')); pid = os.getpid()"
)
PLAIN_CHILD = "import subprocess; pid = subprocess.Popen(['sleep', '9']).pid; import time; time.sleep(0.5)"


@covers("SIGNER-043", "SIGNER-046")
@pytest.mark.parametrize(
    ("start", "seen"),
    [(SIGNER_OF_MINE, "closed"), (WITH_A_PASSPHRASE, "closed"), (PLAIN_CHILD, "read")],
    ids=["a signer", "a command with a passphrase", "any other"],
)
def test_another_process_of_the_same_user_cannot_read_its_memory(start: str, seen: str) -> None:
    command = as_user(NODE, [sys.executable, "-c", LOOK.format(start=start)])
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd="/")
    assert done.stdout.strip() == seen, done.stderr
