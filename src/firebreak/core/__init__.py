"""The pure core: bytes, signed entries and a `now` go in, effects come out."""
