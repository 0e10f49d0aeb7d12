"""Fixtures that tests in several files share."""

import shutil

import pytest
from needs import need


@pytest.fixture(scope="module")
def chromium():
    """A headless browser."""
    need("chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few tests need it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()
