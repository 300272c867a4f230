"""Places on the earth, in whole numbers."""
