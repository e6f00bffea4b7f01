"""Tables, each with its file and sheet, → whose figures they are, and one `Facts` a period."""
