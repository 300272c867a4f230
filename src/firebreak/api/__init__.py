"""What programs on this machine can ask of a node: the desk socket, its requests, and a client."""
