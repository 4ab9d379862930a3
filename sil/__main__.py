"""Where the program begins: `sil`, and `python -m sil`."""

import gc
import os

INTERRUPTED = 130
_OBJECTS = 100_000
"""New objects after which circles among them are looked for: a question makes fewer, and is not kept waiting."""


def run() -> None:
    """Run the program and leave; one that is interrupted while its modules are still being read says nothing."""
    gc.set_threshold(_OBJECTS)
    try:
        from sil.cli import main

        main.run()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
