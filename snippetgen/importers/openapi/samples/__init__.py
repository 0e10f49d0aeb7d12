"""A value for a schema that has no example: deterministic, valid, and such as a reader takes for one."""
