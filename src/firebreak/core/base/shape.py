"""Shapes: how the body of each kind of entry is declared, bounded, encoded and read.

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Ping(Body):
        nonce: bytes = item(1, Octets(exactly=16))
        path: str = item(2, Text(most=32), default="")

A body is a CBOR map with small integer keys. A field at its default value is left out when writing, and
reading refuses one that is written all the same, so that every value keeps exactly one encoding.
Unknown keys of 32 and above are kept in `extensions` byte for byte; smaller unknown keys are refused.
"""

from dataclasses import MISSING, Field, dataclass, field, fields
from enum import IntEnum
from typing import Any, ClassVar, Final, Self, cast

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError, FirebreakError, LocalError

BODY_BYTES_MAX: Final = 16_384
EXTENSION_KEY_MIN: Final = 32


class BadShape(CounterpartError):
    """A body that is not what its kind says."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, code="FB102", hint="the entry is kept; its writer must send a correct one")


class Wire:
    """How one field travels; `check` raises ValueError with the reason."""

    def out(self, value: Any) -> Value:
        """The CBOR value of a Python value."""
        self.check(value)
        return cast("Value", value)

    def back(self, value: Value) -> Any:
        """The Python value of a CBOR value."""
        self.check(value)
        return value

    def check(self, value: Any) -> None:
        """Raise ValueError unless the value fits."""


@dataclass(frozen=True, slots=True)
class Text(Wire):
    """Text of at most `most` code points and at least `least`."""

    most: int
    least: int = 0

    def check(self, value: Any) -> None:
        if not isinstance(value, str):
            raise ValueError("is not text")
        if not self.least <= len(value) <= self.most:
            raise ValueError(f"has {len(value)} characters, allowed are {self.least} to {self.most}")


@dataclass(frozen=True, slots=True)
class Octets(Wire):
    """Bytes, either exactly so many or at most."""

    exactly: int | None = None
    most: int = BODY_BYTES_MAX

    def check(self, value: Any) -> None:
        if not isinstance(value, bytes):
            raise ValueError("is not a byte string")
        if self.exactly is not None and len(value) != self.exactly:
            raise ValueError(f"has {len(value)} bytes, not {self.exactly}")
        if len(value) > self.most:
            raise ValueError(f"has {len(value)} bytes, at most {self.most}")


@dataclass(frozen=True, slots=True)
class Number(Wire):
    """A whole number within bounds."""

    least: int = 0
    most: int = (1 << 63) - 1

    def check(self, value: Any) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError("is not a whole number")
        if not self.least <= value <= self.most:
            raise ValueError(f"is {value}, allowed are {self.least} to {self.most}")


@dataclass(frozen=True, slots=True)
class Flag(Wire):
    """True or false."""

    def check(self, value: Any) -> None:
        if not isinstance(value, bool):
            raise ValueError("is not true or false")


@dataclass(frozen=True, slots=True)
class Choice(Wire):
    """One member of an enumeration, travelling as its number."""

    members: type[IntEnum]

    def out(self, value: Any) -> Value:
        return int(self.members(value))

    def back(self, value: Value) -> Any:
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError("is not a whole number")
        return self.members(value)


@dataclass(frozen=True, slots=True)
class Several(Wire):
    """A tuple of at most `most` of the same."""

    of: Wire
    most: int = 64

    def out(self, value: Any) -> Value:
        self._count(len(value))
        return [self.of.out(each) for each in value]

    def back(self, value: Value) -> Any:
        if not isinstance(value, list):
            raise ValueError("is not a list")
        self._count(len(value))
        return tuple(self.of.back(each) for each in value)

    def _count(self, count: int) -> None:
        if count > self.most:
            raise ValueError(f"has {count} items, at most {self.most}")


@dataclass(frozen=True, slots=True)
class Inside(Wire):
    """Another body, nested."""

    body: type["Body"]

    def out(self, value: Any) -> Value:
        return cast("Value", value.to_map())

    def back(self, value: Value) -> Any:
        return self.body.from_map(value)


def item(key: int, wire: Wire, **options: Any) -> Any:
    """Declare a field of a body: its key on the wire and its bounds."""
    return field(**options, metadata={"key": key, "wire": wire})


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Base of everything that stands in an entry's body."""

    extensions: tuple[tuple[int, Value], ...] = field(default=(), repr=False)

    _layouts: ClassVar[dict[type, list[tuple[str, int, Wire, Any]]]] = {}

    @classmethod
    def layout(cls) -> list[tuple[str, int, Wire, Any]]:
        """Name, key, wire form and default of each field, in key order."""
        found = Body._layouts.get(cls)
        if found is None:
            found = sorted((_described(each) for each in fields(cls) if "key" in each.metadata), key=_by_key)
            Body._layouts[cls] = found
        return found

    def to_map(self) -> dict[int, Value]:
        """The CBOR map. Raises LocalError naming the field that does not fit."""
        result: dict[int, Value] = {}
        for name, key, wire, default in self.layout():
            value = getattr(self, name)
            if default is not MISSING and value == default:
                continue
            try:
                result[key] = wire.out(value)
            except ValueError as error:
                raise LocalError(
                    f"{name} {error}", code="FB103", hint=f"correct {name} and try again"
                ) from error
        result.update(self.extensions)
        return result

    @classmethod
    def from_map(cls, value: Value) -> Self:
        """Read the CBOR map. Raises BadShape."""
        if not isinstance(value, dict):
            raise BadShape(f"{cls.__name__}: the body is not a map")
        rest = dict(value)
        read = {name: cls._take(rest, name, key, wire, default) for name, key, wire, default in cls.layout()}
        if any(key < EXTENSION_KEY_MIN for key in rest):
            raise BadShape(f"{cls.__name__}: unknown key {min(rest)}")
        try:
            return cls(**read, extensions=tuple(sorted(rest.items())))
        except (ValueError, FirebreakError) as error:
            raise BadShape(f"{cls.__name__}: {error}") from error

    @classmethod
    def _take(cls, rest: dict[int, Value], name: str, key: int, wire: Wire, default: Any) -> Any:
        if key not in rest:
            if default is MISSING:
                raise BadShape(f"{cls.__name__}: {name} is missing")
            return default
        try:
            read = wire.back(rest.pop(key))
        except ValueError as error:
            raise BadShape(f"{cls.__name__}: {name} {error}") from error
        if default is not MISSING and read == default:
            raise BadShape(f"{cls.__name__}: {name} is written although it is the default")
        return read

    def to_bytes(self) -> bytes:
        """The deterministic encoding. Raises LocalError when it is larger than a body may be."""
        data = encode(self.to_map())
        if len(data) > BODY_BYTES_MAX:
            raise LocalError(
                f"{len(data)} bytes, at most {BODY_BYTES_MAX}", code="FB104", hint="shorten the text"
            )
        return data

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a body. Raises NotStrict or BadShape."""
        return cls.from_map(decode(data, size_max=BODY_BYTES_MAX))


def _described(each: Field[Any]) -> tuple[str, int, Wire, Any]:
    default = each.default
    return each.name, cast("int", each.metadata["key"]), cast("Wire", each.metadata["wire"]), default


def _by_key(described: tuple[str, int, Wire, Any]) -> int:
    return described[1]
