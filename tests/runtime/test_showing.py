"""Events and facts as plain JSON values."""

import json
from dataclasses import dataclass

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.line.events import Contradicted
from firebreak.runtime.showing import event_value, plain

REF = Ref(bytes(range(16)), 7, bytes(32))


def test_an_event_is_json_with_its_name_and_its_line() -> None:
    event = Contradicted(at=Instant(5), writer="North", first=REF, second=REF)
    value = event_value("south", event)
    assert json.loads(json.dumps(value)) == value
    assert value["event"] == "Contradicted"
    assert value["line"] == "south"
    assert value["first"]["hash"] == "00" * 32


def test_enumerations_are_named_and_bytes_are_hexadecimal() -> None:
    assert plain({Precedence.FLASH: b"\x01", "list": [(1, Precedence.ROUTINE)]}) == {
        "flash": "01",
        "list": [[1, "routine"]],
    }


def test_what_has_no_repr_is_not_shown() -> None:
    from dataclasses import field

    @dataclass
    class Key:
        name: str
        secret: bytes = field(repr=False)

    assert plain(Key("node", b"secret")) == {"name": "node"}
