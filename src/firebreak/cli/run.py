"""Running one command, and saying what went wrong: whose fault, which value, what next. Never a traceback."""

import json
import os
import sys
from typing import Final

from firebreak.cli.stderr import print_error
from firebreak.core.base.errors import FirebreakError

GOOD: Final = 0
REFUSED: Final = 1
UNREADABLE: Final = 2
STOPPED: Final = 130  # as shells count a command that Ctrl-C ended
TRACE: Final = "FIREBREAK_TRACE"

UNREADABLE_CODES: Final = (
    {f"FB{number}" for number in range(200, 210)}  # timelines and days
    | {"FB125", "FB183", "FB333", "FB340", "FB341", "FB342", "FB343"}  # cards, arguments, bundles
    | {"FB620", "FB621", "FB622", "FB623", "FB625", "FB626", "FB628", "FB629"}  # files of other programs
    | {"FB350", "FB351", "FB352", "FB353", "FB363"}
    | {"FB697", "FB699"}  # sets and opening files of private matching
    | {"FB640", "FB641", "FB642", "FB643", "FB644"}  # sites and tracks
    | {"FB510", "FB511", "FB515", "FB516", "FB518"}  # accounts, officers' keys and settings of the console
)
"Errors about what was typed or what a file holds: exit code 2. All others are refusals: exit code 1."


def run() -> int:
    """Run what the command line says."""
    try:
        return _run()
    except FirebreakError as error:
        return report(error)
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else GOOD
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except Exception as error:
        if os.environ.get(TRACE):
            raise
        return report(_bug(error))


def _run() -> int:
    from firebreak.cli.node_run import run_early

    if run_early(sys.argv[1:]):
        return GOOD
    from firebreak.cli.app import app

    code = app(standalone_mode=True)
    return code if isinstance(code, int) else GOOD


def report(error: FirebreakError) -> int:
    """Print an error; on standard output too, as JSON, when facts were asked for as JSON."""
    print_error(error)
    if "--json" in sys.argv:
        facts = {"code": error.code, "text": error.text, "hint": error.hint, "fault": type(error).__name__}
        sys.stdout.write(json.dumps({"error": facts}, ensure_ascii=False) + "\n")
    return UNREADABLE if error.code in UNREADABLE_CODES else REFUSED


def _bug(error: Exception) -> FirebreakError:
    return FirebreakError(
        f"this is a fault of Firebreak itself: {type(error).__name__}: {error}",
        code="FB399",
        hint=f"run it again with {TRACE}=1 in the environment and report what it prints",
    )
