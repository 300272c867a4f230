"""The stage of a play: runs commands, keeps what they print, waits for what they will print."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from tests.plays.paired import PASSPHRASE

COMMAND_SECONDS = 90.0  # far beyond what the longest command takes on two busy cores
UNTIL_SECONDS = 30.0


@dataclass
class Background:
    """A process that goes on while the play does."""

    process: "subprocess.Popen[str]"
    printed: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)
    over: bool = False
    listener: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.listener = threading.Thread(target=self.listen)
        self.listener.start()

    def listen(self) -> None:
        """Collect what it prints, in a thread of its own."""
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                with self.changed:
                    self.printed += line
                    self.changed.notify_all()
        with self.changed:
            self.over = True
            self.changed.notify_all()

    def until(self, text: str) -> None:
        """Wait until it has printed the text."""
        with self.changed:
            seen = self.changed.wait_for(lambda: text in self.printed or self.over, UNTIL_SECONDS)
            assert seen and text in self.printed, f"never printed {text!r}, but:\n{self.printed}"


@dataclass
class Stage:
    """One play on its stage."""

    folder: Path
    stdout: str = ""
    stderr: str = ""
    exit: int = 0
    kept: dict[str, str] = field(default_factory=dict)
    running: dict[str, Background] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        passphrase = self.folder / "passphrase"
        passphrase.write_text(PASSPHRASE, encoding="utf-8")
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
            "FIREBREAK_PASSPHRASE_FILE": str(passphrase),
            "FIREBREAK_TRACE": "",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        }

    def run(self, command: list[str]) -> None:
        """Run a command to its end."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=COMMAND_SECONDS,
            check=False,
        )
        self.stdout, self.stderr, self.exit = done.stdout, done.stderr, done.returncode
        assert "Traceback" not in done.stderr, done.stderr

    def start(self, name: str, command: list[str]) -> None:
        """Start a command in the background; both its streams are one."""
        process = subprocess.Popen(
            command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.running[name] = Background(process)

    def end(self, name: str, how: str) -> None:
        """Send a signal (or `itself`: none) and wait for the end."""
        background = self.running.pop(name)
        if how != "itself":
            background.process.send_signal(getattr(signal, f"SIG{how}"))
        self.exit = background.process.wait(UNTIL_SECONDS)
        background.listener.join(UNTIL_SECONDS)
        self.stdout = self.stderr = background.printed
        assert "Traceback" not in self.stdout, self.stdout

    def close(self) -> None:
        """End whatever still runs."""
        for each in self.running.values():
            each.process.kill()
            each.process.wait()
            each.listener.join(UNTIL_SECONDS)
