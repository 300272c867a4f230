"""What the console's server answers, one file per part."""
