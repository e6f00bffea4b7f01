"""Reports in a real browser, Debian's Chromium driven by Playwright: the page must ask for nothing, and nothing in it be blocked."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, sync_playwright

from browsing import ALONE, Visit
from union_audit.reports import View, write


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(ALONE))
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """Open pages of audits; what a page asked for, or a policy blocked, fails the test at its end."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(view: View, at: str = "", *, width: int = 1280, **more: Any) -> Page:
        file = tmp_path / f"report-{len(contexts)}.html"
        write("html", view.audit, file, view.options)
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)

        def answer(route: Route) -> None:
            if route.request.url.partition("#")[0] == file.as_uri():
                route.continue_()
            else:
                faults.append(f"asked for {route.request.url}")
                route.abort()

        def dismiss(dialog: Dialog) -> None:
            faults.append(dialog.message)
            dialog.dismiss()

        context.route("**/*", answer)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", dismiss)
        page.goto(f"{file.as_uri()}#{at}" if at else file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
