"""The `houzhen` command. What serves is patched for its way of waiting before anything else is imported."""

import os
import sys

from server import runtime

if sys.argv[1:2] == ["serve"]:
    runtime.prepare()

from server.commands import cli


def main() -> None:
    """Run the command; a setting that cannot be used ends it with one sentence."""
    os.umask(0o077)  # what is stored here is for the one who runs it
    cli()


if __name__ == "__main__":
    main()
