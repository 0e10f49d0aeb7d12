"""Plain data with exact numbers and places in files: YAML, JSON, paths, and the schemas that check them."""
