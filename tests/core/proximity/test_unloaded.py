"""The node holds the keys of the record; it loads none of the engine's libraries."""

import subprocess
import sys

ASKED = """
import sys
import firebreak.cli.node_run, firebreak.app.running, firebreak.api.service, firebreak.cli.app
heavy = ("numpy", "shapely", "geographiclib", "numba", "pyproj", "h3", "firebreak.matching")
print([each for each in heavy if each in sys.modules])
"""


def test_the_modules_of_the_node_load_neither_numpy_nor_shapely() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
