"""Each verb, setting and request has its section; generated pages are up to date; examples run."""

import asyncio
import re
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

from firebreak import config
from firebreak.api.verbs import VERBS
from firebreak.api.verbs.preparing import PREPARE
from firebreak.console.alerts.settings import AlarmSettings
from firebreak.console.relays import RelaySettings
from firebreak.core.matching.limits import Limits
from tests.api.running import both, played
from tools import cli_page, map_pictures
from tools.tree import ROOT

DOCS = ROOT / "docs"


def test_the_page_of_the_command_line_is_what_the_program_says() -> None:
    up_to_date = cli_page.PAGE.read_text(encoding="utf-8") == cli_page.page()
    assert up_to_date, "docs/cli.md: a verb or an option changed, say make docs"


def test_every_verb_has_a_help_with_an_example() -> None:
    sections = re.split(r"^## ", cli_page.page(), flags=re.MULTILINE)[1:]
    lacking = [each.split("\n")[0] for each in sections if each.count("    firebreak ") < 2]
    assert not lacking
    assert len(sections) > 30


def test_the_pictures_of_the_map_show_what_is_read() -> None:
    for name, picture in map_pictures.pictures().items():
        held = (DOCS / "pictures" / name).read_text(encoding="utf-8")
        assert held == picture, f"docs/pictures/{name}: say make docs, and look at it"


def test_every_option_is_explained() -> None:
    bare = [line for line in cli_page.page().splitlines() if line.startswith("| `") and line.endswith("|  |")]
    assert not bare


def test_every_setting_has_its_section_and_every_section_its_setting() -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    sections = set(re.findall(r"^### (\w+)$", page, re.MULTILINE))
    kinds = [
        each
        for name, each in vars(config).items()
        if isinstance(each, type) and is_dataclass(each) and name.endswith("Config")
    ]
    settings = {field.name for kind in kinds for field in fields(kind)} - TABLES | {"name"}
    settings |= set(AlarmSettings.model_fields) | set(RelaySettings.model_fields)
    settings |= {field.name for field in fields(Limits)}  # of [private_matching]
    settings |= {"sites", "feeds"}  # of [proximity], which a process of its own reads
    assert sections == settings - {"party"}, "docs/configuration.md: a setting came or went"


TABLES = {"alarms", "relay", "directory", "console", "proximity", "private_matching", "lines", "witnesses"}
"Fields of the configuration that are no settings but where they lie, or tables of settings."


def test_every_request_of_the_desk_socket_has_its_section_and_no_other_has() -> None:
    page = (DOCS / "desk-socket.md").read_text(encoding="utf-8")
    assert re.findall(r"^### ([\w.]+)$", page, re.MULTILINE) == sorted(VERBS)
    assert all(f"`{each}`" in page for each in PREPARE)


def test_the_example_of_the_desk_socket_runs_as_printed(tmp_path: Path) -> None:
    page = (DOCS / "desk-socket.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert example
    assert len([line for line in example[1].splitlines() if line.strip()]) <= 22
    script = tmp_path / "example.py"
    script.write_text(example[1], encoding="utf-8")

    async def work() -> None:
        async with both(tmp_path):
            sockets = [str(tmp_path / name / "node.sock") for name in ("north", "south")]
            run = await asyncio.create_subprocess_exec(
                sys.executable, str(script), *sockets, stdout=asyncio.subprocess.PIPE
            )
            printed, _ = await run.communicate()
            assert run.returncode == 0
            assert b"delivered: All quiet here." in printed
            assert b"receipted by" in printed

    played(work)
