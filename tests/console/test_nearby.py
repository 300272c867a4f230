"""What the process that follows tracks is told of the areas that were announced."""

import asyncio
import json
from pathlib import Path
from typing import Any, Final

from firebreak.console.views.board import Board
from firebreak.console.views.nearby import Nearby
from tests.covering import covers

AREA: Final = {"kind": "point", "positions": [[54.0, 20.0]]}
NOTICE: Final[dict[str, Any]] = {
    "ours": False, "state": "issued", "area": AREA, "usable": True, "answers": [],
}  # fmt: skip
DOUBTED: Final = NOTICE | {"usable": False}


def told(folder: Path, **notices: dict[str, Any]) -> list[str]:
    """Names of the notices whose areas the process gets."""

    async def work() -> list[str]:
        heard: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            heard.set_result(await reader.readline())
            writer.close()

        board = Board()
        board.picture.lines["south"] = {}
        board.picture.lists["notice"]["south"] = {
            name: each | {"notice": name} for name, each in notices.items()
        }
        server = await asyncio.start_unix_server(serve, str(folder / "tracks.sock"))
        running = asyncio.create_task(Nearby(folder / "tracks.sock", board).run())
        line = await asyncio.wait_for(heard, 20)
        running.cancel()
        server.close()
        return [each["id"] for each in json.loads(line)["areas"]]

    return asyncio.run(work())


@covers("NOTICE-018")
def test_the_area_of_a_doubted_notice_is_used_once_somebody_has_answered_it(tmp_path: Path) -> None:
    answered = DOUBTED | {"answers": [{"word": "acknowledge"}]}
    assert told(tmp_path, n1=NOTICE, n2=DOUBTED, n3=answered) == ["n1", "n3"]


def test_what_has_ended_and_what_has_no_place_is_not_told(tmp_path: Path) -> None:
    ended, named = NOTICE | {"state": "cancelled"}, NOTICE | {"area": {"kind": "named", "positions": []}}
    assert told(tmp_path, n1=NOTICE, n2=ended, n3=named) == ["n1"]
