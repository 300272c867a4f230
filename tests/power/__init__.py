"""Crash and power: real nodes, real files, and everything a machine may do to them."""
