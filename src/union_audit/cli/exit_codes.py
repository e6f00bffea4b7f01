"""What the command ends with: other programs rely on these numbers."""

from enum import IntEnum


class ExitCode(IntEnum):
    """One number a kind of outcome; of several, the first that applies in the order 70, 2, 4, 3, 1."""

    DONE = 0
    FOUND = 1  # what --fail-on asks for was found
    USAGE = 2  # the command line or a configuration file is wrong; nothing was audited
    INPUT = 3  # a submission is missing or unusable, or nothing was evaluated
    OUTPUT = 4  # a report could not be written
    BUG = 70  # a fault of ours
    INTERRUPTED = 130  # the user pressed Ctrl-C
