"""What a cell says: a figure, or why it is none."""
