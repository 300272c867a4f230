"""Suites that several implementations of one port must pass."""
