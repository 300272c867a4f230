"""Small programs for those who work on Firebreak; run from the root as `python -m tools.<name>`."""
