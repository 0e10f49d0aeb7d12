"""Programs in documents: each is between a pair of markers, and is rendered again in that place.

`documents.embed` fills the pairs of one document; nothing else of its text changes, to the byte.
"""

from snippetgen.embed.context import Defaults, EmbedContext
from snippetgen.embed.documents import Block, Embedded, clean, embed, read

__all__ = ["Block", "Defaults", "EmbedContext", "Embedded", "clean", "embed", "read"]
