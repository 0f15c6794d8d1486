"""The largest hospital on this machine: `python -m tests.bench.hospital --help`."""
