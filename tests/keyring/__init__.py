"""Keys at rest, keys at work."""
