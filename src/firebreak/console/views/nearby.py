"""What our own process that follows tracks says is near our sites. It goes to our pages and nowhere else.

The process is asked nothing: it tells its picture once a second. It is given the areas that were announced
to us, since it has no way to the node. While it is not there nothing is shown, and pages say so.
"""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from firebreak.console.views.board import Board
from firebreak.console.views.looked import counts

LINE_BYTES_MAX: Final = 16 * 1_024 * 1_024
AGAIN_SECONDS: Final = 2.0
OLD_SECONDS: Final = 10.0  # a picture that is older is none
ENDED: Final = frozenset({"replaced", "cancelled", "expired"})

Value = dict[str, Any]


@dataclass(slots=True)
class Nearby:
    """The newest picture, while `run` runs."""

    socket: Path
    board: Board
    value: Value | None = None
    "None: nothing follows tracks, or it does not answer."
    _writer: asyncio.StreamWriter | None = None
    _told: list[str] | None = None
    "Names of the notices whose areas it was given last; None: none yet."

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self._listen()
            except (OSError, ValueError):
                pass
            finally:
                self.value, self._writer, self._told = None, None, None
            await asyncio.sleep(AGAIN_SECONDS)

    def acknowledge(self, approaches: list[str]) -> None:
        """A person has seen these."""
        for each in approaches:
            self._tell(json.dumps({"acknowledge": each}).encode())

    def pass_areas(self) -> None:
        """Give it what is announced now, if that is other than before."""
        notices = [each for line in self.board.picture.lines for each in self._live(line)]
        names = [each["notice"] for each in notices]
        if self._writer is None or names == self._told:
            return
        self._told = names
        areas = [{"id": each["notice"], "area": each["area"]} for each in notices]
        self._tell(json.dumps({"areas": areas}, ensure_ascii=True).encode())

    def _live(self, line: str) -> list[Value]:
        """Notices with an area that may be computed with; what a name stands for never changes."""
        notices = self.board.picture.of("notice", line).values()
        live = [each for each in notices if each["state"] not in ENDED and each["area"]["positions"]]
        return [each for each in live if counts(each)]

    def _tell(self, line: bytes) -> None:
        if self._writer is not None and not self._writer.is_closing():
            self._writer.write(line + b"\n")

    async def _listen(self) -> None:
        reader, writer = await asyncio.open_unix_connection(str(self.socket), limit=LINE_BYTES_MAX)
        self._writer = writer
        try:
            self.pass_areas()
            while True:
                async with asyncio.timeout(OLD_SECONDS):
                    line = await reader.readline()
                if not line:
                    return
                self.value = json.loads(line)
        except TimeoutError:
            return
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
