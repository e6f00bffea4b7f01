"""What is installed works from any folder: the wheel brings the plan, the catalogues and the templates with it."""

import hashlib
import json
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    line = [str(word) for word in command]
    return subprocess.run(line, cwd=cwd, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 (our own commands)


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel in an environment of its own, which borrows only the dependencies of this one; return its folder of programs."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    environment = folder / "environment"
    venv.create(environment, symlinks=True)
    python = next(environment.glob("[bS]*/python*"))
    wheel = next(folder.glob("*.whl"))
    installed = run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    site_packages = next(environment.rglob("union_audit")).parent
    # Unlike the folder itself, a path in a .pth brings no .pth of its own: an editable install of this tree stays out.
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.parent


def test_the_shipped_files_are_those_of_the_wheel(scripts: Path, tmp_path: Path) -> None:
    code = "from union_audit import resources as r; print(r.shipped('targets.yaml')); print(r.shipped('templates')); print(r.LOCALES)"
    shown = run(scripts / "python", "-c", code, cwd=tmp_path).stdout.splitlines()
    assert len(shown) == 3
    for path in map(Path, shown):
        assert path.exists()
        assert path.is_relative_to(scripts.parent)


def test_a_check_needs_nothing_but_the_submission(scripts: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "data.xlsx", tmp_path)
    done = run(scripts / "union-audit", "check", "data.xlsx", "-f", "json", "--fail-on", "none", "--lang", "vi", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["plan"]["targets_sha256"] == hashlib.sha256((ROOT / "targets.yaml").read_bytes()).hexdigest()
    assert result["summary"]["met"]
    assert result["language"] == "vi"


def test_the_shipped_plan_was_read_when_the_wheel_was_built(scripts: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from union_audit import resources; from union_audit.plan.loading import load_plan as read, _read as anew;"
        "from union_audit.plan.problems import Problems; path = resources.shipped('targets.yaml'); plan = read(path);"
        "assert not {'yaml', 'hashlib'} & {*sys.modules}; assert anew(path.read_bytes(), Problems(path)) == plan; print(plan.code)"
    )
    shown = run(scripts / "python", "-c", code, cwd=tmp_path)
    assert (shown.stdout, shown.stderr) == ("251/KH-LĐLĐ\n", "")


def test_the_shipped_templates_were_made_into_python_when_the_wheel_was_built(scripts: Path, tmp_path: Path) -> None:
    code = (
        "import jinja2; jinja2.Environment.compile = None; from union_audit.reports.templating import templates;"
        "own = templates(None)._environment;"
        "print(*own.list_templates(['j2'])); [own.get_template(name) for name in own.list_templates(['j2'])]"
    )
    shown = run(scripts / "python", "-c", code, cwd=tmp_path)
    assert shown.stderr == ""
    assert {"report.html.j2", "report/head.html.j2", "mail.html.j2"} < {*shown.stdout.split()}


def test_babel_was_asked_how_figures_are_written_when_the_wheel_was_built(scripts: Path, tmp_path: Path) -> None:
    code = (
        "import pickle, sys; from datetime import date; from union_audit import resources;"
        "from union_audit.language import KEPT, LOCALES, Language, known_by_babel;"
        "print(*[f'{each.number(1234567)} {each.date(date(2025, 6, 3))}' for each in map(Language, LOCALES)], sep='; ');"
        "assert 'babel' not in sys.modules;"
        "assert pickle.loads(resources.shipped(KEPT).read_bytes()) == {code: known_by_babel(code) for code in LOCALES.values()}"
    )
    shown = run(scripts / "python", "-c", code, cwd=tmp_path)
    assert (shown.stdout, shown.stderr) == ("1.234.567 03/06/2025; 1,234,567 3 Jun 2025\n", "")


def test_help_speaks_vietnamese(scripts: Path, tmp_path: Path) -> None:
    shown = run(scripts / "union-audit", "--help", "--lang", "vi", cwd=tmp_path)
    assert shown.returncode == 0
    assert "Usage" not in shown.stdout
