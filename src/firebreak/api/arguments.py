"""Arguments of a request on the desk socket: typed, bounded, with errors that name the value."""

from dataclasses import dataclass
from typing import Any, Final, cast

from firebreak.core.base.errors import LocalError

TEXT_MAX: Final = 32_000  # characters of any one argument; bodies have narrower bounds of their own


def wrong(name: str, why: str) -> LocalError:
    """The error for an argument."""
    return LocalError(
        f"argument {name!r} {why}", code="FB333", hint=f"correct {name!r} and send the request again"
    )


@dataclass(frozen=True, slots=True)
class Arguments:
    """The fields of one request."""

    values: dict[str, Any]

    def text(self, name: str, default: str | None = None) -> str:
        """A text argument; without a default it is required."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise wrong(name, "is missing" if value is None else "is not text")
        if len(value) > TEXT_MAX:
            raise wrong(name, f"is longer than {TEXT_MAX} characters")
        return value

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number."""
        value = self.values.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong(name, "is missing" if value is None else "is not a whole number")
        return value

    def maybe_number(self, name: str) -> int | None:
        """A whole number, or None when it is not given."""
        return None if self.values.get(name) is None else self.number(name)

    def octets(self, name: str) -> bytes:
        """Bytes given as hexadecimal digits."""
        return _octets(name, self.text(name))

    def maybe_octets(self, name: str) -> bytes | None:
        """Bytes given as hexadecimal digits, or None when they are not given."""
        return None if self.values.get(name) is None else self.octets(name)

    def many_octets(self, name: str) -> list[bytes]:
        """A list of such; empty when absent."""
        return [_octets(name, each) for each in self.texts(name)]

    def flag(self, name: str) -> bool:
        """True or false; false when absent."""
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            raise wrong(name, "is not true or false")
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts; empty when absent."""
        value = self.values.get(name, [])
        items = cast("list[object]", value) if isinstance(value, list) else [None]
        texts = [each for each in items if isinstance(each, str)]
        if len(texts) != len(items):
            raise wrong(name, "is not a list of texts")
        return texts

    def inside(self, name: str) -> "Arguments | None":
        """An object of further arguments, or None when it is not given."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise wrong(name, "is not an object")
        return Arguments(cast("dict[str, Any]", value))

    def several(self, name: str) -> "list[Arguments]":
        """A list of such objects; empty when absent."""
        rows = self.rows(name)
        if not all(isinstance(each, dict) for each in rows):
            raise wrong(name, "is not a list of objects")
        return [Arguments(each) for each in rows]

    def rows(self, name: str) -> list[Any]:
        """A list of anything; empty when absent."""
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise wrong(name, "is not a list")
        return cast("list[Any]", value)

    def only(self, names: frozenset[str]) -> None:
        """Refuse an argument that nobody would look at."""
        odd = sorted(self.values.keys() - names)
        if odd:
            raise wrong(odd[0], f"is unknown; there are {', '.join(sorted(names))}")


def _octets(name: str, text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise wrong(name, "is not hexadecimal") from error
