"""Private matching: did both sides name the same cell? The record shows that they asked."""
