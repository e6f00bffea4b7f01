"""The words that tables are made of, in Vietnamese and English, apart from the plan's own: a room for each subject, compared folded."""
