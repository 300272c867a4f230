"""Statements on place and time: what is announced, how it ends, and what the other side says to it."""
