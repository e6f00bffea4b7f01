"""Reports in a real browser, Debian's Chromium driven by Playwright: the page must ask for nothing, and nothing in it be blocked."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, sync_playwright

from browsing import ALONE, Open, Visit
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
def opened(browser: Browser) -> Iterator[Open]:
    """Open pages; what a page asked for, or a policy blocked, fails the test at its end."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(file: Path, at: str = "", *, width: int = 1280, **more: Any) -> Page:
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


@pytest.fixture
def visit(opened: Open, tmp_path: Path) -> Visit:
    """Open pages of audits."""
    files = (tmp_path / f"report-{number}.html" for number in count())

    def open_report(view: View, at: str = "", **more: Any) -> Page:
        file = next(files)
        write("html", view.audit, file, view.options)
        return opened(file, at, **more)

    return open_report
