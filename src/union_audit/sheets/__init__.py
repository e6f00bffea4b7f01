"""Files as they stand: any spreadsheet or text file → sheets of raw cells."""
