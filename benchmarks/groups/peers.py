"""The same job by other libraries: they read the table, hold units to goals and count what fails; the tool does all that it does."""

from benchmarks import environments
from benchmarks.measuring import Job
from benchmarks.rows import Row, cpu
from benchmarks.tools import HERE, Tools

PEERS = {
    "pandera": ("pandera[polars]", "fastexcel"),
    "pointblank": ("pointblank", "polars", "fastexcel", "pyarrow"),
    "great_expectations": ("great_expectations", "python-calamine"),
}
_GOALS = {"csv": 0.4, "xlsx": 1.0}
ROWS = tuple(
    Row(f"D2 {kind} / {peer}", cpu(f"{kind} here"), cpu(f"{kind} {peer}"), goal) for kind, goal in _GOALS.items() for peer in PEERS
)


def jobs(tools: Tools) -> list[Job]:
    """Return the check by each of them, and ours."""
    tables = {"csv": tools.data.nation_csv(), "xlsx": tools.data.nation_xlsx()}
    pythons = {peer: environments.of_peer(tools.data.folder / "environments", peer, *packages) for peer, packages in PEERS.items()}
    found = [tools.tool(f"{kind} here", *tools.check_nation(table)) for kind, table in tables.items()]
    for peer, python in pythons.items():
        program = str(HERE / "peers" / f"check_{peer}.py")
        found += [Job(f"{kind} {peer}", (str(python), program, str(table))) for kind, table in tables.items()]
    return found
