"""What tests in a browser share."""

from collections.abc import Callable, Sequence
from importlib import resources
from typing import Any

from playwright.sync_api import Page

Visit = Callable[..., Page]
"""`visit(view, at="gaps", width=1280, **context)` opens the page of an audit; see tests/browser/conftest.py."""

Open = Callable[..., Page]
"""`opened(file, at="gaps", width=1280, **context)` opens a page that was written; see tests/browser/conftest.py."""

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

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


def violations(page: Page, *rules: str, but: Sequence[str] = ()) -> list[str]:
    """Return what axe finds: by those rules, else by all of WCAG 2.2 AA and of good practice (`but`: rules of it that are left aside)."""
    page.evaluate(AXE)
    asked = {"runOnly": list(rules or RULES), "resultTypes": ["violations"], "rules": {each: {"enabled": False} for each in but}}
    found: dict[str, Any] = page.evaluate("asked => axe.run(asked)", asked)
    assert len(found["passes"]) >= (len(rules) or 15), "axe looked at nothing"
    return [f"{each['id']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]
