"""Texts in Fluent, rendered the same on every machine.

Nothing here depends on a locale of the machine: numbers are plain digits, instants are UTC with `Z`, places
are written as `geo.place` writes them. Plural rules come from the language alone. The Fluent library is slow
to import, so it is imported when the first text is rendered.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast, get_args

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import SECOND, Instant, iso

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

Language: TypeAlias = Literal["de", "en", "ru", "uk"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_BEGINNING: Final = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)
PARAMETER_CODE_POINTS_MAX: Final = 2_000  # the library stops at 2,500 in one place


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one subject in several languages, as Fluent sources passed in by the shell."""

    texts: Mapping[str, str]
    "Language to Fluent source."
    piecemeal: bool = False
    "Read each text when it is first said; for long sources whose texts do not refer to each other."
    _read: dict[str, "_Texts | _Pieces"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def say(self, language: str, key: str, parameters: Mapping[str, int | str] | None = None) -> str:
        """One text; `key` may name an attribute, as in `outcome-busy.meaning`. Raises LocalError."""
        given = parameters or {}
        long = [name for name, value in given.items() if len(str(value)) > PARAMETER_CODE_POINTS_MAX]
        if long:
            raise LocalError(f"parameter {long[0]!r} of {key!r} is too long", code="FB182", hint="shorten it")
        return self._of(language).say(key, given)

    def keys(self, language: str) -> frozenset[str]:
        """Every key with a text in this language, attributes included."""
        return self._of(language).keys

    def check(self, language: str) -> None:
        """Raise LocalError unless there are texts in this language."""
        if language not in self.texts:
            known = ", ".join(sorted(self.texts))
            raise LocalError(f"no texts in language {language!r}", code="FB183", hint=f"take one of {known}")

    def _of(self, language: str) -> "_Texts | _Pieces":
        if language not in self._read:
            self.check(language)
            read = _pieces if self.piecemeal else _texts
            self._read[language] = read(language, self.texts[language])
        return self._read[language]


@dataclass(frozen=True, slots=True)
class _Texts:
    """One language, parsed."""

    language: str
    bundle: "FluentBundle"
    keys: frozenset[str]

    def say(self, key: str, parameters: Mapping[str, int | str]) -> str:
        from fluent.runtime.types import fluent_number

        if key not in self.keys:
            raise LocalError(
                f"{key!r} has no text in {self.language}", code="FB181", hint="add it to the language file"
            )
        name, _, attribute = key.partition(".")
        message = self.bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None, key
        given = {
            each: fluent_number(value, useGrouping=False) if isinstance(value, int) else value
            for each, value in parameters.items()
        }
        text, errors = self.bundle.format_pattern(pattern, given)
        if errors:
            reason = f"{key!r} in {self.language}: {errors[0]}"
            raise LocalError(reason, code="FB182", hint="pass every parameter the text names")
        return str(text)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """One language, parsed text by text: a book of phrases takes half a second at once, a phrase a moment."""

    language: str
    source: str
    pieces: Mapping[str, str]
    read: dict[str, _Texts] = field(default_factory=dict)

    @property
    def keys(self) -> frozenset[str]:
        return _texts(self.language, self.source).keys

    def say(self, key: str, parameters: Mapping[str, int | str]) -> str:
        name = key.partition(".")[0]
        if name not in self.read:
            self.read[name] = _texts(self.language, self.pieces.get(name, ""))
        return self.read[name].say(key, parameters)


def _pieces(language: str, source: str) -> _Pieces:
    starts = [*_BEGINNING.finditer(source), None]
    pieces = {
        each[1]: source[each.start() : None if after is None else after.start()]
        for each, after in pairwise(starts)
        if each is not None
    }
    return _Pieces(language, source, pieces)


def _texts(language: str, source: str) -> _Texts:
    from fluent.runtime import FluentBundle, FluentResource
    from fluent.syntax import ast

    resource = FluentResource(source)
    keys: list[str] = []
    for each in cast("list[object]", resource.body):
        if isinstance(each, ast.Junk):
            line = str(each.content).strip().partition("\n")[0]
            raise LocalError(
                f"the {language} texts cannot be read at {line!r}", code="FB180", hint="correct the line"
            )
        if isinstance(each, ast.Message):
            keys += [each.id.name] if each.value else []
            keys += [f"{each.id.name}.{attribute.id.name}" for attribute in each.attributes]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise LocalError(
            f"{twice[0]!r} stands twice in the {language} texts", code="FB180", hint="delete one"
        )
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(resource)
    return _Texts(language, bundle, frozenset(keys))


def spoken(instant: Instant) -> str:
    """`2022-03-23 14:05:09Z`, with milliseconds only where there are some; alike in every language."""
    rest = instant % SECOND
    whole = iso(Instant(instant - rest)).replace("T", " ")
    return f"{whole[:-1]}.{rest:03d}Z" if rest else whole
