"""The signer as a process of its own, started by a node (`signer_start.py`).

Descriptor 0 is one end of a pair of sockets; the node has the other. The process gives up network, swap and
debuggers, is told where its key file lies and how to open it, reads it, gives up opening anything else, and
then signs until the node's end closes. Signals meant for the node do not end it: the node still signs its
last checkpoint. It answers whatever it is sent and believes none of it.
"""

import signal
import socket
from pathlib import Path
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import CounterpartError, FirebreakError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.header import key_id
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.keyring import faults
from firebreak.keyring.confinement import close_the_door, confine
from firebreak.keyring.frames import Answer, Ask, Channel
from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.remembering import Remembering
from firebreak.keyring.signer import InProcessSigner

Service = tuple[Path, str]
"Folder of the keys and their passphrase, as the service of another user says."
KEYS: Final = "signer.key"
NEXT_KEYS: Final = "next-signer.key"
STATE: Final = ".state"
"Of the file beside the key file in which the signer keeps what it believes."
NODES_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main(told_by: int | None = None) -> int:
    """Serve one node to its end. `told_by`: descriptor on which a service says where its keys lie."""
    for each in NODES_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    told = confine()
    with socket.socket(fileno=0) as connection:
        channel = Channel(connection)
        try:
            service = None if told_by is None else _service(told_by)
            signer = _begin(channel, told, service)
            while signer is not None:
                channel.send(answer(signer, _request(channel)))
        except (EOFError, OSError):
            return 0
    return 1


def _service(descriptor: int) -> Service:
    with socket.socket(fileno=descriptor) as connection:
        match Channel(connection).receive():
            case [str(folder), str(passphrase)]:
                return Path(folder), passphrase
            case _:
                raise EOFError("the service says nothing")


def _begin(channel: Channel, told: tuple[str, ...], service: Service | None) -> InProcessSigner | None:
    """Open the keys as the first request says; None when they cannot be opened."""
    request = _request(channel)
    if request == [Ask.TRY]:
        channel.send([int(Answer.DONE), [*told, close_the_door()]])
        return None
    try:
        signer, remembers = _opened(request, service)
    except FirebreakError as error:
        channel.send([int(Answer.FAILED), error.code, error.text, error.hint])
        return None
    facts: list[Value] = [*told, close_the_door(), remembers]
    channel.send([int(Answer.DONE), [signer.key_id, facts]])
    return signer


def _opened(request: Value, service: Service | None) -> tuple[InProcessSigner, str]:
    """From where the node says, or, under a service, from where that one says and never the node."""
    match request:
        case [Ask.BEGIN, str(path), str(passphrase), int(number)] if service is None and number in _KNOWN:
            environment, file = Environment(number), Path(path)
            keys = SignerKeys.load(file, passphrase, environment=environment)
        case [Ask.JOIN, int(number), bytes(log_key)] if service is not None and number in _KNOWN:
            environment = Environment(number)
            keys, file = _fitting(service, environment, log_key)
        case _:
            raise RefusedToSign("the first request is not to begin")
    memory = Remembering(file.with_suffix(STATE), key_id(keys.log_public), keys.log, environment)
    return InProcessSigner(keys, environment, memory=memory), _told(memory)


def _told(memory: Remembering) -> str:
    if memory.held is not None:
        return f"card {memory.held.serial} remembered"
    return "no earlier card remembered" + (", the first write was cut short" if memory.cut_short else "")


def _fitting(service: Service, environment: Environment, log_key: bytes) -> tuple[SignerKeys, Path]:
    """The key that the node's card names. No file is moved: the node may name whichever it likes."""
    folder, passphrase = service
    for file in (folder / KEYS, folder / NEXT_KEYS):
        if file.exists():
            keys = SignerKeys.load(file, passphrase, environment=environment)
            if keys.log_public == log_key:
                return keys, file
    raise faults.no_fitting_key(folder)


def _request(channel: Channel) -> Value:
    """The next request; None for bytes that are none."""
    try:
        return channel.receive()
    except CounterpartError:
        return None


def answer(signer: InProcessSigner, request: Value) -> Value:
    """What to answer to any value whatever."""
    try:
        return [int(Answer.DONE), _do(signer, request)]
    except RefusedToSign as error:
        return [int(Answer.REFUSED), error.reason]


def _do(signer: InProcessSigner, request: Value) -> Value:
    match request:
        case [Ask.OPEN_SEGMENT, bytes(line)]:
            return signer.open_segment(line)
        case [Ask.SIGN_ENTRY, bytes(payload), bytes(salt), bytes(body)]:
            return signer.sign_entry(payload, salt, body)
        case [Ask.SIGN_SESSION, bytes(purpose), int(environment), bytes(payload)] if environment in _KNOWN:
            return signer.sign_session(purpose, Environment(environment), payload)
        case [Ask.SIGN_CHECKPOINT, bytes(text)]:
            return list(signer.sign_checkpoint(text))
        case [Ask.TAKE_CARD, bytes(card)]:
            return signer.take_card(card)
        case [Ask.TAKE_AGREEMENT, bytes(line), bytes(body)]:
            return signer.take_agreement(line, body)
        case _:
            raise RefusedToSign("not a request")


_KNOWN: Final = frozenset(int(each) for each in Environment)
