"""Messages with their receipts, and the clocks that run until a receipt comes."""
