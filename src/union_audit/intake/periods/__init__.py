"""Which period a text speaks of, and which one a table is dated by."""
