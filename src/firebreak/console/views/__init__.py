"""What pages show: a picture of the node that follows its events, and the changes by which pages follow it.

`Views` asks the node once, then only for what an event touched. `Board` holds the picture and numbers its
changes; whoever holds a snapshot and every change after it holds the picture of now (docs/console-api.md).
"""

from firebreak.console.views.board import Board, Reset
from firebreak.console.views.changes import Change
from firebreak.console.views.following import Views

__all__ = ["Board", "Change", "Reset", "Views"]
