"""Check the figures of trade-union offices against a declared plan, and report what is still to do."""

from importlib.metadata import version

__version__ = version("union-audit")
