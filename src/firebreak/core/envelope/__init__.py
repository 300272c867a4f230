"""Signed entries: headers, signatures, officer statements, cards."""
