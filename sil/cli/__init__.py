"""The command line: the only room that reads arguments, environment and streams."""
