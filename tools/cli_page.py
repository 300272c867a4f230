"""Write `docs/cli.md`: every verb with its options, from the program itself. `--check` writes nothing."""

import re
import sys
from collections.abc import Iterator
from typing import Any, Final

import typer

from firebreak.cli.app import app
from tools.tree import ROOT

PAGE: Final = ROOT / "docs" / "cli.md"
HEAD: Final = """\
# The command line

Written by `make docs` from the program itself; do not edit. `firebreak VERB --help` prints the same.

Exit codes: 0 good, 1 findings or a refusal, 2 usage or unreadable. Facts go to standard output, errors
and progress to standard error. With `--json` a verb prints one JSON object, in plain ASCII; an error is
then `{"error": {"code": …, "text": …, "hint": …, "fault": …}}` on standard output as well, so that a
program reads one stream. `node run --json` and `inbox --follow --json` print one object a line. Each error
has its section in [errors](errors.md).

Colours repeat what a word says; `NO_COLOR` or `TERM=dumb` turns them off. `FIREBREAK_HOME` names the folder,
`FIREBREAK_OFFICER` who signs, `FIREBREAK_PASSPHRASE_FILE` where the passphrase lies.
"""


def page() -> str:
    """The whole page."""
    root: Any = typer.main.get_command(app)
    text = "\n".join([HEAD, *(line for verb in _verbs(root, ()) for line in verb)])
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"


def _verbs(command: Any, path: tuple[str, ...]) -> Iterator[list[str]]:
    for name, each in sorted(getattr(command, "commands", {}).items()):
        if hasattr(each, "commands"):
            yield from _verbs(each, (*path, name))
        else:
            yield _section(each, (*path, name))


def _section(command: Any, path: tuple[str, ...]) -> list[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = " ".join(["firebreak", *path, *(_argument(each) for each in arguments), "[OPTIONS]"])
    lines = [f"## {' '.join(path)}", "", f"    {usage}", "", *_help(command.help), ""]
    rows = [(f"`{_argument(each)}`", each.help) for each in arguments]
    rows += [(_option(each), each.help) for each in options if each.name != "help"]
    return [*lines, "| | |", "| --- | --- |", *(f"| {name} | {text or ''} |" for name, text in rows), ""]


def _help(text: str) -> list[str]:
    """The help; an example stands as code."""
    return [
        f"    {each.strip()}" if each.strip().startswith("firebreak ") else each.strip()
        for each in text.replace("Example: firebreak", "\nExample:\n\n    firebreak")
        .replace("Examples: firebreak", "\nExamples:\n\n    firebreak")
        .strip()
        .split("\n")
    ]


def _argument(parameter: Any) -> str:
    return parameter.name.upper() if parameter.required else f"[{parameter.name.upper()}]"


def _option(parameter: Any) -> str:
    names = ", ".join(f"`{each}`" for each in parameter.opts)
    default = parameter.default
    shown = isinstance(default, str | int) and not isinstance(default, bool) and default not in ("", None)
    return f"{names} (`{default}`)" if shown else names


def main() -> int:
    """Write the page, or say that it is out of date."""
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    return 0 if PAGE.read_text(encoding="utf-8") == page() else 1


if __name__ == "__main__":
    sys.exit(main())
