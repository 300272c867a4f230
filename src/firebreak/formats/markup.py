"""XML from outside, within bounds, and XML for outside (decisions/0016).

A document with a document type is refused: that is where entities come from, the bombs and those that fetch
files. Nothing is ever fetched. Elements are known by their names without the namespace, which is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from firebreak.core.base.errors import LocalError
from firebreak.formats.bounds import DEPTH_MAX, octets, too_much, unreadable

ELEMENTS_MAX: Final = 100_000
ATTRIBUTES_MAX: Final = 64  # of one element; CoT has ten
DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'
LOWEST: Final = 0x20  # XML 1.0 has no character below it but tab and line ends
_GAPS: Final = dict.fromkeys({*range(LOWEST)} - {9, 10, 13}, "\ufffd") | {
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}
_SURROGATES: Final = range(0xD800, 0xE000)


@dataclass(eq=False)
class Element:
    """An element as read."""

    name: str
    namespace: str = ""
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: list["Element"] = field(default_factory=list["Element"])
    pieces: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        """Its own characters, without those of its children."""
        return "".join(self.pieces).strip()

    def all(self, *names: str) -> list["Element"]:
        """Its children of these names, in their order."""
        return [each for each in self.children if each.name in names]

    def first(self, name: str) -> "Element | None":
        """Its first child of a name."""
        return next((each for each in self.children if each.name == name), None)

    def said(self, name: str) -> str:
        """The characters of its first child of a name."""
        found = self.first(name)
        return found.text if found else ""

    def walk(self) -> Iterator["Element"]:
        """Itself and everything inside, in the order of the document."""
        waiting: list[Element] = [self]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(reversed(each.children))


@dataclass
class _Builder:
    root: Element | None = None
    open: list[Element] = field(default_factory=list[Element])
    elements: int = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if len(self.open) >= DEPTH_MAX or self.elements > ELEMENTS_MAX or len(attributes) > ATTRIBUTES_MAX:
            raise too_much(f"more than {ELEMENTS_MAX:,} elements, or elements more than {DEPTH_MAX} deep")
        namespace, _, local = name.rpartition(" ")
        element = Element(
            local, namespace, {key.rpartition(" ")[2]: each for key, each in attributes.items()}
        )
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        self.open[-1].pieces.append(text)

    def refuse(self, *_: object) -> None:
        raise LocalError(
            "the document declares a document type or entities of its own",
            code="FB622",
            hint="take the declaration out; no notice needs one",
        )


def read_xml(data: bytes | str, kind: str) -> Element:
    """The root of a document. Raises LocalError."""
    builder = _Builder()
    parser = expat.ParserCreate("utf-8" if isinstance(data, str) else None, " ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = builder.begin, builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = builder.refuse
    parser.ExternalEntityRefHandler = _never
    try:
        parser.Parse(octets(data), True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise unreadable(kind, f"it is not XML ({str(error)[:80]})") from None
    if builder.root is None:
        raise unreadable(kind, "it is empty")
    return builder.root


def _never(*_: object) -> int:
    return 0  # expat stops with an error


def make(name: str, said: object = "", /, *children: ET.Element, **attributes: str) -> ET.Element:
    """An element for a document to be written."""
    element = ET.Element(name, {key: tidy(each) for key, each in attributes.items()})
    element.text = tidy(str(said)) or None
    element.extend(children)
    return element


def write_xml(root: ET.Element) -> bytes:
    """The whole document."""
    ET.indent(root, " ")
    return DECLARATION + ET.tostring(root, encoding="utf-8") + b"\n"


def tidy(text: str) -> str:
    """Without the characters that XML has no place for; each shows as the replacement character."""
    shown = text.translate(_GAPS)
    return "".join("\ufffd" if ord(each) in _SURROGATES else each for each in shown)
