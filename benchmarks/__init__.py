"""What the installed tool costs beside measured floors: `python -m benchmarks`."""
