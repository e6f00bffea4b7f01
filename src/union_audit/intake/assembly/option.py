"""The option that says whose a file is: which of the inputs it names."""

from collections.abc import Iterable, Mapping, Sequence

from union_audit.errors import Problem
from union_audit.folding import nfc
from union_audit.intake.files import Candidate
from union_audit.nearest import suggestion
from union_audit.words import N_


def named_files(candidates: Sequence[Candidate], unit_of: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the unit code said for each input, and what is wrong: a name that is no input's, or that of several."""
    by_file: dict[str, str] = {}
    problems: list[Problem] = []
    for file, code in unit_of.items():
        found = _found(nfc(file), candidates)
        by_file.update(dict.fromkeys(found, code))
        if len(found) > 1:
            args: dict[str, object] = {"file": file, "files": ", ".join(found)}
            problems.append(Problem(N_("“{file}” may be {files}; name the file with its folder."), args))
        if not found:
            hint, nearest = suggestion(file, (each.file for each in candidates))
            problems.append(Problem(N_("There is no file “{file}” among the inputs."), {"file": file, **nearest}, hint=hint))
    return by_file, problems


def _found(file: str, candidates: Iterable[Candidate]) -> list[str]:
    """Return the inputs of a name: by the name that reports give them, or their path; else by the name of the file alone."""
    whole = [each.file for each in candidates if file in (each.file, nfc(str(each.path)))]
    return whole or [each.file for each in candidates if file == nfc(each.path.name)]
