"""The same job by other libraries: they read the table, hold units to goals and count what fails; the tool does all that it does."""

from benchmarks import environments
from benchmarks.measuring import Job
from benchmarks.rows import Row, cpu
from benchmarks.tools import HERE, Tools

ENGINES = {"pandas": ("pandas", "python-calamine"), "polars": ("polars", "fastexcel")}
PEERS = {
    "pandera over pandas": ("pandera", "pandas"),
    "pandera over pandas, listing what fails": ("pandera", "pandas", "all"),
    "pandera over polars": ("pandera", "polars"),
    "pandera over polars, listing what fails": ("pandera", "polars", "all"),
    "pointblank over pandas": ("pointblank", "pandas"),
    "pointblank over polars": ("pointblank", "polars"),
    "Great Expectations over pandas": ("great_expectations", "pandas"),
}
"""Each library over each engine that it documents, and what its program is told after the file."""
_GOALS = {"csv": 0.4, "xlsx": 1.0}
ROWS = tuple(
    Row(f"D2 {kind} / {peer}", cpu(f"{kind} here"), cpu(f"{kind} {peer}"), goal) for kind, goal in _GOALS.items() for peer in PEERS
)


def jobs(tools: Tools) -> list[Job]:
    """Return the check by each of them, and ours."""
    tables = {"csv": tools.data.nation_csv(), "xlsx": tools.data.nation_xlsx()}
    found = [tools.tool(f"{kind} here", *tools.check_nation(table)) for kind, table in tables.items()]
    for name, (peer, engine, *told) in PEERS.items():
        python = environments.of_peer(tools.data.folder / "environments", f"{peer}-{engine}", peer, *ENGINES[engine])
        program = str(HERE / "peers" / f"check_{peer}.py")
        found += [
            Job(f"{kind} {name}", (str(python), program, engine, str(table), str(tools.data.roster()), *told))
            for kind, table in tables.items()
        ]
    return found
