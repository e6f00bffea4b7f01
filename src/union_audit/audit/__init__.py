"""Facts and plan → assessments, roll-up, ranks, one Audit."""
