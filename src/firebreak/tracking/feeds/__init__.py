"""What receivers send: bytes in, reports and counted faults out. Nothing here opens a socket."""
