"""Every play in this folder is performed."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.plays.paired import copy_paired, free_port
from tests.plays.stage import Stage

PLAYS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.timeout(300)  # twenty commands of half a second, on a machine that does ten other things
@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.stem)
def test_the_play_goes_as_written(play: Path, tmp_path: Path) -> None:
    if play.stem == "matching":
        pytest.importorskip("private_set_intersection", reason="the extra `matching` is not installed")
    stage = Stage(tmp_path)
    try:
        perform(stage, play.read_text(encoding="utf-8"))
    except AssertionError as error:
        raise AssertionError(f"{play.name} {error}") from None
    finally:
        stage.close()


def perform(stage: Stage, text: str) -> None:
    for number, line, expects_exit in _lines(text):
        try:
            _step(stage, line, expects_exit=expects_exit)
        except AssertionError as error:
            raise AssertionError(f"line {number}: {line}\n{error}") from None


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Number, line, and whether an `exit` belongs to this command."""
    lines = [(number, each.strip()) for number, each in enumerate(text.splitlines(), start=1)]
    steps = [(number, each) for number, each in lines if each and not each.startswith("#")]
    for place, (number, each) in enumerate(steps):
        rest = (line for _, line in steps[place + 1 :])
        yield number, each, any(line.startswith("exit ") for line in _until_next_command(rest))


def _until_next_command(lines: Iterator[str]) -> Iterator[str]:
    for each in lines:
        if each[0] in "!&" or each.startswith("end "):
            return
        yield each


def _step(stage: Stage, line: str, *, expects_exit: bool) -> None:
    verb, *words = _words(stage, line)
    if verb == "!":
        stage.run(words)
        if not expects_exit:
            assert stage.exit == 0, f"exit {stage.exit}\n{_printed(stage)}"
        return
    ACTS[verb](stage, words)
    if verb == "end" and not expects_exit:
        assert stage.exit == 0, f"exit {stage.exit}\n{_printed(stage)}"


def _words(stage: Stage, line: str) -> list[str]:
    def kept(found: re.Match[str]) -> str:
        return stage.kept.get(found[1], found[0])

    return [re.sub(r"\{(\w+)\}", kept, each) for each in shlex.split(line)]


def _printed(stage: Stage) -> str:
    return f"stdout: {stage.stdout}\nstderr: {stage.stderr}"


def _stdout(stage: Stage, words: list[str]) -> None:
    assert words[0] in stage.stdout, _printed(stage)


def _stderr(stage: Stage, words: list[str]) -> None:
    assert words[0] in stage.stderr, _printed(stage)


def _no(stage: Stage, words: list[str]) -> None:
    stream, text = words
    assert text not in getattr(stage, stream), _printed(stage)


def _exit(stage: Stage, words: list[str]) -> None:
    assert stage.exit == int(words[0]), f"exit {stage.exit}\n{_printed(stage)}"


def _json(stage: Stage, words: list[str]) -> None:
    path, wanted = words
    found = _value(stage, path)
    expected = json.loads(wanted) if re.fullmatch(r'true|false|null|-?\d+|[\[{"].*', wanted) else wanted
    assert found == expected, f"{path} is {found!r}, not {expected!r}\n{_printed(stage)}"


def _value(stage: Stage, path: str) -> Any:
    found: Any = json.loads(stage.stdout.strip().splitlines()[-1])
    for part in path.split("."):
        found = found[int(part)] if isinstance(found, list) else found[part]
    return found


def _keep(stage: Stage, words: list[str]) -> None:
    name, *how = words
    if how[0] == "json":
        value = _value(stage, how[1])
        stage.kept[name] = " ".join(value) if isinstance(value, list) else str(value)
        return
    found = re.search(how[0], stage.stdout)
    assert found, _printed(stage)
    stage.kept[name] = found[1]


def _given(stage: Stage, words: list[str]) -> None:
    assert words == ["paired", "parties"]
    copy_paired(stage.folder)


def _write(stage: Stage, words: list[str]) -> None:
    (stage.folder / words[0]).write_text(words[1].replace("\\n", "\n") + "\n", encoding="utf-8")


def _append(stage: Stage, words: list[str]) -> None:
    path = stage.folder / words[0]
    path.write_text(path.read_text(encoding="utf-8") + words[1].replace("\\n", "\n") + "\n", encoding="utf-8")


def _set(stage: Stage, words: list[str]) -> None:
    name, _, value = " ".join(words).partition("=")
    if value:
        stage.environment[name] = value
    else:
        stage.environment.pop(name, None)


ACTS = {
    "stdout": _stdout,
    "stderr": _stderr,
    "no": _no,
    "exit": _exit,
    "json": _json,
    "keep": _keep,
    "given": _given,
    "write": _write,
    "append": _append,
    "set": _set,
    "port": lambda stage, words: stage.kept.update({words[0]: str(free_port())}),
    "&": lambda stage, words: stage.start(words[0], words[1:]),
    "until": lambda stage, words: stage.running[words[0]].until(words[1]),
    "end": lambda stage, words: stage.end(words[0], words[1]),
}
