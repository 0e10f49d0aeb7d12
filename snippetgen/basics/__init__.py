"""Files, processes and texts: what any program needs; knows nothing of HTTP."""
