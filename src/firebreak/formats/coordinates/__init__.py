"""Coordinates as people write them: found in texts, typed by hand, and shown back in the other forms."""
