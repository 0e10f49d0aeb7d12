"""A value for a schema that has no example: deterministic, valid, and realistic."""
