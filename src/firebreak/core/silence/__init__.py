"""What is overdue on a line: facts, never causes."""
