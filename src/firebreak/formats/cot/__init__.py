"""Cursor on Target: events of maps in the field, as XML and as protobuf of TAK protocol version 1."""

from typing import Final

from firebreak.formats.cot.reading import read
from firebreak.formats.cot.writing import write, write_protobuf

__all__: Final = ["read", "write", "write_protobuf"]
