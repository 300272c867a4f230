"""What every signer must do, in the process or in one of its own: add yours to `SIGNERS`."""
