"""OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0 -> endpoints (https://spec.openapis.org/oas/latest.html).

Lazy: an operation is looked at when it is asked for, a ``$ref`` is followed where it stands, and nothing is ever
dereferenced as a whole. Lenient: what can be imported is imported, and the rest becomes a note with its JSON pointer.
"""
