"""What every store must do, whoever wrote it: run with your adapter in `ADAPTERS`."""
