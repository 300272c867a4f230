"""Tests of the pump and the outbox."""
