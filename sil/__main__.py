"""`python -m sil`."""

from sil.cli.main import run

run()
