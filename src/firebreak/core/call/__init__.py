"""Calls as facts: who called whom, what became of it, and how much of that can be shown."""
