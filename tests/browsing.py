"""What tests in a browser share."""

from collections.abc import Callable

from playwright.sync_api import Page

Visit = Callable[..., Page]
"""`visit(view, at="gaps", width=1280, **context)` opens the page of an audit; see tests/browser/conftest.py."""

ALONE = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What keeps Chromium from looking for anything but the page."""
