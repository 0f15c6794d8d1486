"""The `houzhen` command. What serves is patched for its way of waiting before anything else is imported."""

import os
import sys

from server import runtime

if sys.argv[1:2] == ["serve"]:
    runtime.prepare()


def main() -> None:
    """Run the command; a setting that cannot be used ends it with one sentence."""
    os.umask(0o077)  # what is stored here is for the one who runs it
    if sys.argv[1:2] == ["print-agent"]:  # on a kiosk's computer, which has no use for the server's libraries
        from server.print_agent import print_agent  # noqa: PLC0415

        print_agent(args=sys.argv[2:], prog_name="houzhen print-agent")
    from server.commands import cli  # noqa: PLC0415  (after the patching above)

    cli()


if __name__ == "__main__":
    main()
