"""The least that a step costs: small programs without the tool, one a floor, each run as a process of its own."""
