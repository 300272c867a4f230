"""Every script of the benchmarks still runs. Its figures mean nothing here and are not looked at."""

import tempfile

import pytest

from bench.__main__ import VERBS, main


@pytest.mark.parametrize("name", VERBS)
def test_a_script_takes_its_figures_from_real_nodes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--tiny", "--folder", tempfile.gettempdir(), name])
    head, *figures = capsys.readouterr().out.splitlines()
    assert code == 0
    assert "cores" in head
    assert figures
