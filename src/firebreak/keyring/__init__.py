"""Keys: how they are made, how they lie on disk, and the one place that signs with them."""
