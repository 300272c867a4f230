"""What may be told of a record: the facts of a verified bundle, and readouts made of them."""
