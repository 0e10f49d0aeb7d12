"""A throw-away certificate authority, and what makes one program trust it; the user's trust store stays as it is."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen.errors import RunError

if TYPE_CHECKING:
    from snippetgen.languages import Target

SYSTEM_BUNDLE = Path("/etc/ssl/certs/ca-certificates.crt")
"""Where libcurl looks on Debian and its kin, whatever the environment says."""

_MOUNT = f'mount --bind "$0" {SYSTEM_BUNDLE} && exec "$@"'


class Authority:
    """A fresh authority in `folder`; `server` is a context for a loopback server that it vouches for.

    Attributes:
        untrusted: a context with a certificate from an authority that nobody trusts.
        misnamed: a context with a certificate that it issued for another server.
        pem: the authority's own certificate.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import trustme  # noqa: PLC0415 - only verify needs it
        except ImportError:
            raise RunError("verify needs trustme (pip install 'snippetgen[verify]')") from None
        self.pem = folder / "ca.pem"
        self.server, self.untrusted, self.misnamed = (ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) for _ in range(3))
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.pem))
        authority.issue_cert("localhost", "127.0.0.1").configure_cert(self.server)
        trustme.CA().issue_cert("localhost", "127.0.0.1").configure_cert(self.untrusted)
        authority.issue_cert("another.example", "127.0.0.2").configure_cert(self.misnamed)


class Trust:
    """The means by which the programs of one target trust an authority; equal for all targets of one `trust_key`.

    Attributes:
        env: variables for the program.
        prefix: words before its command.
        unable: why this cannot be done here; empty when it can.
    """

    def __init__(self, target: Target, authority: Authority, folder: Path) -> None:
        facts = target.language.facts["ca"]
        folder.mkdir(parents=True, exist_ok=True)
        places = {"{ca}": str(authority.pem), "{dir}": str(folder)}
        for name, text in facts["files"].items():
            (folder / name).write_text(_filled(text, places), "utf-8")
        for command in facts["prepare"]:
            subprocess.run(
                [_filled(word, places) for word in command], cwd=folder, check=True, capture_output=True, timeout=60
            )
        self.env = {name: _filled(value, places) for name, value in facts["env"].items()}
        self.unable = cannot_trust(target)
        self.prefix = _mounting(authority.pem) if _reads_bundle(target) else []


def trust_key(target: Target) -> str:
    """The name of the folder that a target shares with all that trust an authority by the same means."""
    return f"{target.language.id}-bundle" if _reads_bundle(target) else target.language.id


def _reads_bundle(target: Target) -> bool:
    return bool(target.fact_or("bundle", target.language.facts["ca"]["bundle"]))


def named(origin: str) -> str:
    """The origin of a loopback server by its name: clients check names in other code than addresses."""
    return origin.replace("127.0.0.1", "localhost")


def _filled(text: str, places: dict[str, str]) -> str:
    for key, value in places.items():
        text = text.replace(key, value)
    return text


def _mounting(bundle: Path) -> list[str]:
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", _MOUNT, str(bundle)]


def cannot_trust(target: Target) -> str:
    """Why the programs of a target cannot be made to trust a throw-away authority here; empty when they can."""
    return cannot_mount() if _reads_bundle(target) else ""


@cache
def cannot_mount() -> str:
    """Why the system's bundle cannot be covered for one process; empty when it can."""
    if os.geteuid() != 0:
        return "its library reads only the system's CA bundle, and only root may mount another over it"
    if not SYSTEM_BUNDLE.exists() or not shutil.which("unshare"):
        return f"its library reads only the system's CA bundle, and {SYSTEM_BUNDLE} or unshare is missing"
    done = subprocess.run([*_mounting(SYSTEM_BUNDLE), "true"], capture_output=True, check=False, timeout=30)
    return (
        ""
        if done.returncode == 0
        else "its library reads only the system's CA bundle, and no mount namespace can be had here"
    )
