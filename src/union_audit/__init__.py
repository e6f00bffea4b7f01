"""Check the figures of trade-union offices against a declared plan, and report what is still to do."""

__version__ = "0.1.0"  # the one place of the version: the package's metadata is made from it
