"""The `firebreak` command, one file per verb."""


def main() -> int:
    """Run one command; the exit code is 0 good, 1 findings or a refusal, 2 usage or unreadable."""
    from firebreak.cli.run import run

    return run()
