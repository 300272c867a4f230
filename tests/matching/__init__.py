"""Private matching from the side of the command line."""
