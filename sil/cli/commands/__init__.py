"""The commands: each fetches, asks, renders - nothing else. `sil.cli.program` puts them together."""
