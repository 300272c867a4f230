"""What a confined process can no longer do, tried by code of an intruder's in it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

INTRUDER = """
import json, os, signal, subprocess, sys, threading
from pathlib import Path
from firebreak.keyring.landlock import settle_down

party = Path(sys.argv[1])
opened = (party / "open.db").open("ab")
told = settle_down([party / "console"])
tries = {
    "write the record": lambda: (party / "node.db").write_text("x"),
    "append to it": lambda: (party / "node.db").open("ab"),
    "truncate it": lambda: os.truncate(party / "node.db", 0),
    "remove it": lambda: (party / "node.db").unlink(),
    "move it": lambda: (party / "node.db").rename(party / "console" / "node.db"),
    "make a file": lambda: (party / "new").write_text("x"),
    "make a link": lambda: (party / "link").symlink_to("node.db"),
    "start a program": lambda: subprocess.run(["/bin/true"], check=True),
    "end the node": lambda: os.kill(os.getppid(), signal.SIGTERM),
    "write in its folder": lambda: (party / "console" / "a").write_text("x"),
    "replace there": lambda: (party / "console" / "a").replace(party / "console" / "b"),
    "remove there": lambda: (party / "console" / "b").unlink(),
    "write what was open": lambda: (opened.write(b"x"), opened.flush()),
    "read": lambda: (party / "node.db").read_text(),
}
done = []
def work():
    for name, act in tries.items():
        try:
            act()
        except OSError:
            continue
        done.append(name)
thread = threading.Thread(target=work)
thread.start()
thread.join()
print(json.dumps([told, done]))
"""
ALLOWED = ["write in its folder", "replace there", "remove there", "write what was open", "read"]


def test_an_intruder_in_the_consoles_process_changes_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "console").mkdir()
    (tmp_path / "node.db").write_text("the record")
    command = [sys.executable, "-c", INTRUDER, str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    told, done = json.loads(run.stdout)
    if told.startswith("NOT"):
        pytest.skip(told)
    without_scope = [] if "ends no other process" in told else ["end the node"]
    assert done == [*without_scope, *ALLOWED]
    assert (tmp_path / "node.db").read_text() == "the record"
    assert {each.name for each in tmp_path.iterdir()} == {"console", "node.db", "open.db"}
