"""Events as JSON values."""

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.message.events import MessagesStored
from firebreak.runtime.showing import event_value, plain

REF = Ref(bytes(15) + b"\x07", 3, bytes(32))


def test_an_event_names_itself_its_line_and_every_field() -> None:
    event = MessagesStored(at=Instant(5), entries=(bytes(2), b"\xff"), by=REF, ours=True)
    assert event_value("south", event) == {
        "event": "MessagesStored",
        "line": "south",
        "at": 5,
        "entries": ["0000", "ff"],
        "by": {"entry": "00000000/3", "hash": "00" * 32},
        "ours": True,
    }


def test_names_stand_for_enumerations_also_as_keys_and_inside_lists() -> None:
    assert plain({Precedence.FLASH: [Precedence.ROUTINE, None, 1, "x"]}) == {
        "flash": ["routine", None, 1, "x"]
    }
