"""Plain data, exact numbers, and where they stand: YAML, JSON, paths, and the schemas that check them."""
