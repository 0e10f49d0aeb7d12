"""Request and target to program."""
