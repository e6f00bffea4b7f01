"""What is asked for: targets.yaml, the roster and the waivers → one Plan."""
