"""Which unit a code or a name means, and of which level it is."""
