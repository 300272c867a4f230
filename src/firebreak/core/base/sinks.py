"""Where text goes, it is escaped for that place (`spec/text.md`, I23).

Each function takes the text *as signed* and calls `show` itself; never hand it text that was shown already.
All of them are injective: two different texts never come out the same.
"""

import re
from typing import Final

from firebreak.core.base.text import show

# A spreadsheet takes a cell for a formula when it begins so; full-width forms are folded by some.
_FORMULA: Final = re.compile("^(?=[ \u00a0]*[=+\\-@'\uff1d\uff0b\uff0d\uff20])", re.MULTILINE)
_HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_TYPST: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


def for_terminal(text: str, *, one_line: bool = False) -> str:
    """For a terminal or a log line; with `one_line` a newline is marked, so that nobody can forge a line.

    A console library with a markup of its own must be told to take it literally.
    """
    return show(text, newlines=not one_line)


def for_csv(text: str) -> str:
    """The value of one cell, still to be quoted by `csv.writer`; a formula becomes text by an apostrophe."""
    return _FORMULA.sub("'", show(text))


def for_html(text: str) -> str:
    """Content of an element or of a quoted attribute; a newline stays a newline."""
    return show(text).translate(_HTML)


def for_typst(text: str) -> str:
    """A Typst string literal with its quotes: nothing inside it is markup or code."""
    return f'"{show(text).translate(_TYPST)}"'
