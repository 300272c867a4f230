"""Stores: where a node keeps its records. SQLite for real, memory for tests; one conformance suite."""
