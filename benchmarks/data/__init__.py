"""The seeded data: the same sizes give the same files, on every machine."""
