"""Finds texts in a spec that look like live keys."""

from __future__ import annotations

import re

from snippetgen.errors import Mistake

_FORMS = (
    r"sk-[A-Za-z0-9_-]{16,}",  # OpenAI, Anthropic and their like
    r"[rs]k_live_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/]{24,}",  # Stripe
    r"gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{22,}",  # GitHub
    r"glpat-[A-Za-z0-9_-]{20,}",  # GitLab
    r"AKIA[0-9A-Z]{16}",  # AWS
    r"AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9_-]{20,}",  # Google
    r"xox[abeprs]-[A-Za-z0-9-]{10,}",  # Slack
    r"SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}",  # SendGrid
    r"hf_[A-Za-z0-9]{30,}",  # Hugging Face
    r"npm_[A-Za-z0-9]{36}",
    r"shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",  # Shopify
    r"do[opr]_v1_[a-f0-9]{64}",  # DigitalOcean
    r"eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}",  # JWT (RFC 7519)
    r"(?:https://)?hooks\.slack\.com/(?:services|workflows|triggers)/[A-Z0-9]{8,}/[A-Z0-9]{8,}/[A-Za-z0-9]{16,}",
    r"(?:https://)?(?:\w+\.)?discord(?:app)?\.com/api/(?:v\d+/)?webhooks/\d{16,20}/[A-Za-z0-9_-]{40,}",
    r"(?:https://api\.telegram\.org/(?:file/)?)?bot\d{6,12}:[A-Za-z0-9_-]{30,40}",
)
"""What keys of well-known services look like: a fixed beginning and a length, so that nothing ordinary is hit."""

LIVE_KEY = re.compile(rf"\b(?:{'|'.join(_FORMS)})|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----")
"""A pattern of keys of well-known services, of JWTs, and of private keys in PEM (RFC 7468)."""


def suspicions(text: str, file: str) -> list[Mistake]:
    """A mistake for each text in a spec that looks like a live key (`sk-…`, `ghp_…`, `AKIA…`, a JWT and their like).

    A request reads a key from the environment; an example answer cannot, and is shortened.
    """
    found: list[Mistake] = []
    key = ""
    for number, line in enumerate(text.splitlines(), 1):
        begins = _KEY.match(line)
        key = begins[1] if begins else key
        what = f"looks like a real key {_IN_ANSWER if key in ('responses', 'stream') else '(write env: NAME instead)'}"
        places = [(match.start() + 1, f'"{match[0][:7]}…" {what}') for match in LIVE_KEY.finditer(line)]
        found += [Mistake(file, number, column, "", shown) for column, shown in places]
    return found


_KEY = re.compile(r"""["']?([A-Za-z_]+)["']?\s*:""")
"""A key of the whole spec, at the beginning of a line (in YAML's block style, in which specs are written)."""

_IN_ANSWER = "(it is in an example answer: put … in the place of its end; if it ever worked, revoke it)"
