"""Where the program begins: `sil`, and `python -m sil`."""

import os

INTERRUPTED = 130


def run() -> None:
    """Run the program and leave; one that is interrupted while its modules are still being read says nothing."""
    try:
        from sil.cli import main

        main.run()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
