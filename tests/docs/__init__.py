"""Pages and program say the same."""
