"""Submissions: files → sheets → tables → cells → facts."""
