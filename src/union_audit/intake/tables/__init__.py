"""Finds the tables of a sheet by their headings, and reads them: wide tables, transposed ones, forms."""
