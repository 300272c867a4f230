"""The SQLite store in particular: its file, its failures, its traces."""
