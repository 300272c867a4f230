"""Reading navigational warnings."""
