"""The same job as other libraries do it: read a nation's table, hold every unit to every target, count what fails.

Each is written as its documentation advises and as fast as we could make it; each is a program that runs in an environment of its own.
"""
