"""A Whiteflag message and its bytes, both ways and nothing lost."""

from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.formats.json_text import listing, mapping
from firebreak.formats.whiteflag.bits import Reader, Writer, wrong
from firebreak.formats.whiteflag.fields import (
    BODIES,
    BYTES_MAX,
    HEADER,
    NOTHING,
    PSEUDO,
    REQUEST,
    REQUESTS,
    REQUESTS_MAX,
    SIGN,
    TEST,
    Field,
)  # fmt: skip

REQUEST_BITS: Final = 16
CODES: Final = frozenset({SIGN[0], SIGN[3]})
"Of subjects and objects."


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Header and body, each value in the characters of the standard."""

    code: str
    "A, K, T, P, E, D, S, I, M, Q, R or F."
    duress: bool = False
    "Sent under force or threat."
    reference: str = "0"
    "How it stands to an earlier message, 0 to 9."
    referenced: str = NOTHING
    pseudo: str = ""
    "Of a test: the code of the message that is tried."
    body: dict[str, str] = field(default_factory=dict[str, str])
    requests: tuple[dict[str, str], ...] = ()
    encryption: str = "0"
    "Another digit: the rest is encrypted, and nothing else is known."

    @property
    def tried(self) -> str:
        """The code whose body it has."""
        return self.pseudo or self.code


def decode(data: bytes) -> Message:
    """The message of some bytes. Raises LocalError."""
    if len(data) > BYTES_MAX:
        raise wrong(f"it has {len(data)} bytes, at most {BYTES_MAX}")
    reader = Reader.of(data)
    prefix, version, encryption = (reader.take(each) for each in HEADER[:3])
    _check_opening(prefix, version, encryption)
    if encryption != "0":
        return Message(code="", encryption=encryption)
    duress, code, reference, referenced = (reader.take(each) for each in HEADER[3:])
    pseudo = reader.take(PSEUDO) if code == TEST else ""
    fields = _fields(pseudo or code)
    body = {each.name: _cased(each, reader.take(each)) for each in fields}
    requests = _requests(reader) if (pseudo or code) == "Q" else ()
    reader.end()
    return Message(code=code, duress=duress == "1", reference=_known(reference), referenced=referenced,
                   pseudo=pseudo, body=body, requests=requests)  # fmt: skip


def encode(message: Message) -> bytes:
    """The bytes of a message. Raises LocalError."""
    if message.encryption != "0":
        raise wrong("an encrypted message is not written")
    writer = Writer()
    head = ("WF", "1", "0", "1" if message.duress else "0", message.code, _known(message.reference),
            message.referenced.lower())  # fmt: skip
    for each, value in zip(HEADER, head, strict=True):
        writer.put(each, value)
    if message.code == TEST:
        writer.put(PSEUDO, message.pseudo)
    _put_body(writer, message)
    octets = writer.octets()
    if len(octets) > BYTES_MAX:
        raise wrong(f"it has {len(octets)} bytes, at most {BYTES_MAX}")
    return octets


def from_json(value: Any) -> Message:
    """A message in the JSON form of the standard. Raises LocalError."""
    head, body = (mapping(mapping(value).get(each)) for each in ("MessageHeader", "MessageBody"))
    code, pseudo = str(head.get("MessageCode", "")), str(body.get(PSEUDO.name, ""))
    inner = mapping(body.get("PseudoMessageBody")) if code == TEST else body
    _check_opening(*(str(head.get(each.name, "")) for each in HEADER[:3]))
    return Message(
        code=code,
        duress=head.get("DuressIndicator") == "1",
        reference=str(head.get("ReferenceIndicator", "0")),
        referenced=str(head.get("ReferencedMessage", NOTHING)),
        pseudo=pseudo,
        body={key: str(each) for key, each in inner.items() if key != REQUESTS},
        requests=tuple(
            {key: str(each) for key, each in mapping(one).items()} for one in listing(inner.get(REQUESTS))
        ),
        encryption=str(head.get("EncryptionIndicator", "0")),
    )


def as_json(message: Message) -> dict[str, Any]:
    """The JSON form of the standard."""
    head = ("WF", "1", message.encryption, "1" if message.duress else "0", message.code, message.reference,
            message.referenced)  # fmt: skip
    body: dict[str, Any] = dict(message.body)
    if message.requests:
        body[REQUESTS] = [dict(each) for each in message.requests]
    if message.code == TEST:
        body = {PSEUDO.name: message.pseudo, "PseudoMessageBody": body}
    names = (each.name for each in HEADER)
    return {"MessageHeader": dict(zip(names, head, strict=True)), "MessageBody": body}


def _put_body(writer: Writer, message: Message) -> None:
    fields = _fields(message.tried)
    if extra := set(message.body) - {each.name for each in fields}:
        raise wrong(f"{min(extra)[:40]!r} is no field of a message {message.tried}")
    for each in fields:
        if each.name not in message.body:
            raise wrong(f"{each.name} is missing")
        writer.put(each, message.body[each.name])
    if len(message.requests) > (REQUESTS_MAX if message.tried == "Q" else 0):
        raise wrong(f"{len(message.requests)} requested objects in a message {message.tried}")
    for request in message.requests:
        for each in REQUEST:
            writer.put(each, request.get(each.name, ""))


def _requests(reader: Reader) -> tuple[dict[str, str], ...]:
    found: list[dict[str, str]] = []
    while reader.left >= REQUEST_BITS and len(found) < REQUESTS_MAX:
        found.append({each.name: _cased(each, reader.take(each)) for each in REQUEST})
    return tuple(found)


def _fields(code: str) -> tuple[Field, ...]:
    if code not in BODIES:
        raise wrong(f"there is no message {code[:8]!r}")
    return BODIES[code]


def _known(reference: str) -> str:
    if reference not in set("0123456789"):
        raise wrong(f"reference indicator {reference[:8]!r}")
    return reference


def _check_opening(prefix: str, version: str, encryption: str) -> None:
    if (prefix, version) != ("WF", "1"):
        raise wrong(f"it begins with {prefix[:8]!r} {version[:8]!r}, not with WF 1")
    if len(encryption) != 1 or not (encryption.isascii() and encryption.isalnum()):
        raise wrong(f"encryption indicator {encryption[:8]!r}")


def _cased(one: Field, value: str) -> str:
    """Codes in capitals, as the standard prints them; long digests and keys in small letters."""
    return value.upper() if one in CODES else value
