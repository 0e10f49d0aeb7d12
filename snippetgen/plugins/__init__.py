"""Programs within documentation tools: MkDocs, Sphinx, markdown-it-py; each is imported by its own file only."""
