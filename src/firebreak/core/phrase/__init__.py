"""Agreed phrases: one id and typed parameters, rendered by each side in its own language."""
