"""Notices from whose area and windows nothing is computed before a person has looked (NOTICE-018)."""

from typing import Any


def counts(notice: dict[str, Any]) -> bool:
    """Whether nothing stands against it, or an officer of ours has answered it all the same."""
    return bool(notice["ours"] or notice["usable"] or notice["answers"])
