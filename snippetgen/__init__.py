"""Ready-to-run API client code, in every language, generated from a spec and proven by execution."""

__version__ = "0.1.0"
