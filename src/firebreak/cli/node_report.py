"""What a running node prints: that it is ready, links that come and go, and with `--json` every event."""

import json
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from firebreak.core.base.instants import iso
from firebreak.core.base.sinks import for_terminal

if TYPE_CHECKING:
    from firebreak.app.house import House
    from firebreak.app.running import Node


@dataclass(slots=True)
class NodeReport:
    """Writes lines as they come; what repeats is written once."""

    house: "House"
    as_json: bool
    node: "Node | None" = None
    last: dict[str, str] = field(default_factory=dict[str, str])

    def listen_to(self, node: "Node") -> None:
        """Pass on what the node shows to its desks."""
        self.node = node
        if self.as_json:
            show = node.pump.show

            def both(line: str, event: Any) -> None:
                from firebreak.runtime.showing import event_value

                show(line, event)
                self._write(event_value(line, event))

            node.pump.show = both

    def ready(self) -> None:
        """The node takes requests and calls."""
        node = self.node
        assert node is not None
        config, listener = self.house.config, node.links.listener
        facts = {
            "event": "Ready",
            "party": config.party,
            "socket": str(self.house.socket),
            "listen": None if listener is None else listener.address,
            "lines": list(node.lanes),
        }
        if self.as_json:
            self._write(facts)
            return
        where = f", listens on {facts['listen']}" if listener else ""
        lines = ", ".join(for_terminal(name, one_line=True) for name in node.lanes)
        party = for_terminal(config.party, one_line=True)
        self._print(f"{party} is ready{where}. Lines: {lines}. Desk socket: {self.house.socket}")

    def line(self, line: str, text: str) -> None:
        """Something about a link."""
        if self.last.get(line) == text:
            return
        self.last[line] = text
        if self.as_json:
            self._write({"event": "Reported", "line": line, "text": text})
            return
        at = "" if self.node is None else iso(self.node.pump.clock.read().wall)[11:] + " "
        name = f"{for_terminal(line, one_line=True)}: " if line else ""
        self._print(f"{at}{name}{for_terminal(text, one_line=True)}")

    def ended(self) -> None:
        """The node has stopped in order."""
        if self.as_json:
            self._write({"event": "Stopped"})
        else:
            self._print("Stopped. Everything that was said is stored.")

    def _write(self, value: dict[str, Any]) -> None:
        self._print(json.dumps(value))

    def _print(self, text: str) -> None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
